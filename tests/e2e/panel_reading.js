// What a panel shows: for each field, by its labels from the outside in, all that its controls hold.
(panel) => {
  const labelOf = (field) => field.querySelector('[id$="-label"]')?.textContent.trim() ?? field.querySelector('label')?.textContent.trim() ?? '';
  const pathOf = (node) => {
    const labels = [];
    for (let field = node.closest('.field'); field && panel.contains(field); field = field.parentElement.closest('.field')) labels.unshift(labelOf(field));
    return labels.join(' / ');
  };
  const found = {};
  const put = (node, value) => {
    if (value) (found[pathOf(node)] ??= []).push(value);
  };
  for (const node of panel.querySelectorAll('.field input, .field textarea, .field select')) put(node, node.value || node.placeholder); // what other languages say shows faintly
  for (const node of panel.querySelectorAll('.field [aria-pressed=true]')) put(node, node.textContent.trim() || node.getAttribute('aria-label'));
  for (const node of panel.querySelectorAll('.field .chip, .field summary')) put(node, node.innerText.trim());
  return found;
};
