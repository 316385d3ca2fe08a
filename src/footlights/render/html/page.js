const find = (id) => document.getElementById(id);
const stage = find("stage"), sheet = find("sheet"), root = document.documentElement;
const size = getComputedStyle(sheet);
const wide = parseFloat(size.getPropertyValue("--w")), high = parseFloat(size.getPropertyValue("--h"));
const LEAST = 0.1, MOST = 4;
let zoom = 1;

// zoom so that the point under (x, y) of the stage stays where it is
function setZoom(next, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  next = Math.min(MOST, Math.max(LEAST, next));
  const left = (stage.scrollLeft + x) / zoom, top = (stage.scrollTop + y) / zoom;
  zoom = next;
  sheet.style.setProperty("--z", String(zoom));
  stage.scrollLeft = left * zoom - x;
  stage.scrollTop = top * zoom - y;
  find("level").textContent = Math.round(zoom * 100) + " %";
}
const fit = () => setZoom(Math.min(stage.clientWidth / wide, stage.clientHeight / high, 1), 0, 0);
const step = (factor) => setZoom(zoom * factor);
find("zoom-in").onclick = () => step(1.25);
find("zoom-out").onclick = () => step(0.8);
find("fit").onclick = fit;
find("full").onclick = () => setZoom(1, 0, 0);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = { "+": () => step(1.25), "=": () => step(1.25), "-": () => step(0.8), "0": fit, "1": () => setZoom(1, 0, 0) }[event.key];
  if (act && !find("table").contains(event.target)) { event.preventDefault(); act(); }
});
stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = stage.getBoundingClientRect();
  setZoom(zoom * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });

// drag with the mouse, pinch with two fingers
const held = new Map();
let spread = 0;
stage.addEventListener("pointerdown", (event) => {
  held.set(event.pointerId, event);
  spread = 0;
  if (event.pointerType === "mouse" && event.button === 0) { stage.setPointerCapture(event.pointerId); stage.classList.add("held"); }
});
stage.addEventListener("pointermove", (event) => {
  const before = held.get(event.pointerId);
  if (!before) return;
  held.set(event.pointerId, event);
  if (held.size === 2) {
    const [a, b] = [...held.values()], box = stage.getBoundingClientRect();
    const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    if (spread) setZoom(zoom * now / spread, (a.clientX + b.clientX) / 2 - box.left, (a.clientY + b.clientY) / 2 - box.top);
    spread = now;
  } else if (event.pointerType === "mouse") {
    stage.scrollLeft -= event.clientX - before.clientX;
    stage.scrollTop -= event.clientY - before.clientY;
  }
});
for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
  stage.addEventListener(name, (event) => { held.delete(event.pointerId); spread = 0; stage.classList.remove("held"); });
}
stage.addEventListener("scroll", () => {
  stage.classList.toggle("down", stage.scrollTop > 0);
  stage.classList.toggle("along", stage.scrollLeft > 0);
}, { passive: true });

function show(what) {
  const picture = what === "picture";
  find("table").classList.toggle("away", picture);
  find("table").tabIndex = picture ? -1 : 0;
  stage.hidden = !picture;
  find("show-picture").setAttribute("aria-pressed", String(picture));
  find("show-table").setAttribute("aria-pressed", String(!picture));
}
find("show-picture").onclick = () => show("picture");
find("show-table").onclick = () => show("table");
document.querySelector(".skip").onclick = (event) => { event.preventDefault(); show("table"); find("table").focus(); };

// the theme: the reader's own choice, else the one asked for, else the system's; storage may be closed to us
const remember = (value) => { try { localStorage.setItem("footlights-theme", value); } catch { /* then for this visit only */ } };
const remembered = () => { try { return localStorage.getItem("footlights-theme"); } catch { return null; } };
const dark = () => (root.dataset.theme || (chosen || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"))) === "dark";
if (remembered() === "light" || remembered() === "dark") root.dataset.theme = remembered();
find("theme").onclick = () => { root.dataset.theme = dark() ? "light" : "dark"; remember(root.dataset.theme); };

// at first: as wide as the window, but never too small to read
setZoom(Math.min(1, Math.max(stage.clientWidth / wide, 0.75)), 0, 0);
