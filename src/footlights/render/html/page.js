const find = (id) => document.getElementById(id);
const stage = find("stage"), sheet = find("sheet"), table = find("table"), root = document.documentElement;
const size = getComputedStyle(sheet);
const [wide, high, headWide, headHigh] = ["--w", "--h", "--left", "--above"].map((name) => parseFloat(size.getPropertyValue(name)));
const LEAST = 0.05, MOST = 4;
let zoom = 1, fitted = false;

// --- zoom: the point under (x, y) of the stage stays where it is
function setZoom(next, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  if (stage.hidden) return;
  next = Math.min(MOST, Math.max(LEAST, next));
  const left = (stage.scrollLeft + x) / zoom, top = (stage.scrollTop + y) / zoom;
  zoom = next;
  fitted = false;
  sheet.style.setProperty("--z", String(zoom));
  stage.scrollLeft = left * zoom - x;
  stage.scrollTop = top * zoom - y;
  find("level").textContent = Math.round(zoom * 100) + " %";
  // heads that would fill most of a small window had better move along
  stage.classList.toggle("loose-left", headWide * zoom > stage.clientWidth * 0.5);
  stage.classList.toggle("loose-above", headHigh * zoom > stage.clientHeight * 0.5);
}
function fit() {
  setZoom(Math.min(stage.clientWidth / wide, stage.clientHeight / high, 1), 0, 0);
  fitted = !stage.hidden;
}
const full = () => setZoom(1, 0, 0), closer = () => setZoom(zoom * 1.25), further = () => setZoom(zoom * 0.8);
find("zoom-in").onclick = closer;
find("zoom-out").onclick = further;
find("fit").onclick = fit;
find("full").onclick = full;
const KEYS = { "+": closer, "=": closer, "-": further, "0": fit, "1": full };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || stage.hidden) return;
  const act = KEYS[event.key];
  if (act) { event.preventDefault(); act(); }
});
stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = stage.getBoundingClientRect(), turn = Math.max(-120, Math.min(120, event.deltaY * (event.deltaMode ? 30 : 1)));
  setZoom(zoom * Math.exp(-turn / 300), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });
new ResizeObserver(() => { if (fitted) fit(); }).observe(stage);

// --- drag with the mouse, pinch with two fingers
const held = new Map();
let pinch = null;
function pinched() {
  const [a, b] = [...held.values()], box = stage.getBoundingClientRect();
  return { apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), x: (a.clientX + b.clientX) / 2 - box.left, y: (a.clientY + b.clientY) / 2 - box.top };
}
stage.addEventListener("pointerdown", (event) => {
  // a press on a scrollbar is not a press on the picture
  const box = stage.getBoundingClientRect();
  if (event.clientX - box.left >= stage.clientWidth || event.clientY - box.top >= stage.clientHeight) return;
  if (event.pointerType === "mouse" && event.button !== 0) return;
  held.set(event.pointerId, event);
  pinch = held.size === 2 ? pinched() : null;
  if (event.pointerType === "mouse") { stage.setPointerCapture(event.pointerId); stage.classList.add("held"); }
});
stage.addEventListener("pointermove", (event) => {
  const before = held.get(event.pointerId);
  if (!before) return;
  held.set(event.pointerId, event);
  if (pinch && held.size === 2) {
    const now = pinched();
    stage.scrollLeft -= now.x - pinch.x;
    stage.scrollTop -= now.y - pinch.y;
    if (pinch.apart) setZoom(zoom * now.apart / pinch.apart, now.x, now.y);
    pinch = now;
  } else if (event.pointerType === "mouse") {
    stage.scrollLeft -= event.clientX - before.clientX;
    stage.scrollTop -= event.clientY - before.clientY;
  }
});
for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
  stage.addEventListener(name, (event) => { held.delete(event.pointerId); pinch = null; stage.classList.remove("held"); });
}
stage.addEventListener("scroll", () => {
  stage.classList.toggle("down", stage.scrollTop > 0);
  stage.classList.toggle("along", stage.scrollLeft > 0);
}, { passive: true });

// --- the arrows of the card under the pointer stand out
let pointed = "";
function point(name) {
  if (name === pointed) return;
  pointed = name;
  for (const arrow of sheet.querySelectorAll(".arrow.lit")) arrow.classList.remove("lit");
  if (!name) return;
  const its = CSS.escape(name);
  for (const arrow of sheet.querySelectorAll(`.arrow[data-from="${its}"],.arrow[data-to="${its}"]`)) arrow.classList.add("lit");
}
stage.addEventListener("pointerover", (event) => { if (!held.size) point(event.target.closest(".card")?.dataset.id ?? ""); });
stage.addEventListener("pointerleave", () => point(""));

// --- picture or table; a link that ends in #table opens the table
function show(what) {
  const picture = what !== "table";
  table.classList.toggle("away", picture);
  table.tabIndex = picture ? -1 : 0;
  stage.hidden = !picture;
  document.querySelector(".zoom").hidden = !picture;
  find("show-picture").setAttribute("aria-pressed", String(picture));
  find("show-table").setAttribute("aria-pressed", String(!picture));
  try { history.replaceState(null, "", picture ? "#" : "#table"); } catch { /* a page in a frame may not */ }
}
find("show-picture").onclick = () => show("picture");
find("show-table").onclick = () => show("table");
document.querySelector(".skip").onclick = (event) => { event.preventDefault(); show("table"); table.focus(); };

// --- light or dark: the reader's own choice, else the one asked for, else the system's; storage may be closed to us
const system = matchMedia("(prefers-color-scheme: dark)"), button = find("theme");
const remember = (value) => { try { localStorage.setItem("footlights-theme", value); } catch { /* then for this visit only */ } };
const remembered = () => { try { return localStorage.getItem("footlights-theme"); } catch { return null; } };
const isDark = () => (root.dataset.theme || chosen || (system.matches ? "dark" : "light")) === "dark";
function offer() {
  const words = isDark() ? button.dataset.light : button.dataset.dark;
  button.setAttribute("aria-label", words);
  button.title = words;
}
if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();
button.onclick = () => { root.dataset.theme = isDark() ? "light" : "dark"; remember(root.dataset.theme); offer(); };
system.addEventListener("change", offer);
offer();

// --- at first: as wide as the window, but never too small to read
setZoom(Math.min(1, Math.max(stage.clientWidth / wide, 0.75)), 0, 0);
if (location.hash === "#table") show("table");
