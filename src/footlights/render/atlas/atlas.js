const field = document.getElementById('find');
const none = document.getElementById('none');
const rows = [...document.querySelectorAll('[data-row]')];
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const texts = rows.map((row) => folded(row.textContent));
field.addEventListener('input', () => {
  const words = folded(field.value).split(/\s+/).filter(Boolean);
  rows.forEach((row, at) => {
    row.hidden = !words.every((word) => texts[at].includes(word));
  });
  for (const part of document.querySelectorAll('section,details')) {
    part.hidden = words.length > 0 && !part.querySelector('[data-row]:not([hidden])');
  }
  none.hidden = rows.some((row) => !row.hidden);
});
