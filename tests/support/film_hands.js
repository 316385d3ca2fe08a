// What hands do, drawn over a page that is filmed: nothing here can be clicked, focused or heard.
() => {
  const over = document.createElement('div');
  over.setAttribute('aria-hidden', 'true');
  Object.assign(over.style, { position: 'fixed', inset: '0', pointerEvents: 'none', zIndex: '2147483647', overflow: 'hidden' });
  document.body.append(over);

  const add = (style) => {
    const node = document.createElement('div');
    Object.assign(node.style, { position: 'absolute', ...style });
    over.append(node);
    return node;
  };

  const keys = add({
    right: '24px',
    bottom: '24px',
    padding: '10px 18px',
    borderRadius: '10px',
    background: '#1d2430',
    color: '#fff',
    font: '600 22px system-ui, sans-serif',
    boxShadow: '0 2px 10px #0005',
    opacity: '0',
  });
  const NAMES = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Control: 'Ctrl', ' ': 'Space' };
  let last = '';
  let times = 0;
  let fades;
  addEventListener(
    'keydown',
    (event) => {
      const writes = event.target.matches?.('textarea, input, [contenteditable]');
      const alone = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key) || (alone && (writes || /\p{L}/u.test(event.key)))) {
        keys.style.opacity = '0';
        last = '';
        return;
      }
      const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && event.key.length > 1 && 'Shift'].filter(Boolean);
      const name = [...held, NAMES[event.key] ?? event.key].join(' + ');
      times = name === last ? times + 1 : 1;
      last = name;
      keys.textContent = times > 1 ? `${name} × ${times}` : name;
      keys.style.opacity = '1';
      clearTimeout(fades);
      fades = setTimeout(() => ((keys.style.opacity = '0'), (last = '')), 1200);
    },
    true,
  );

  const pointer = add({
    width: '20px',
    height: '28px',
    left: '-3px',
    top: '-2px',
    opacity: '0',
    background: '#111',
    clipPath: 'polygon(0 0, 0 80%, 26% 62%, 44% 100%, 62% 92%, 45% 56%, 82% 56%)',
    transition: 'transform 220ms ease-out',
  });
  const ring = add({ width: '30px', height: '30px', left: '-15px', top: '-15px', borderRadius: '50%', border: '3px solid #d9480f', opacity: '0' });
  const to = (event) => `translate(${event.clientX}px, ${event.clientY}px)`;
  addEventListener(
    'mousemove',
    (event) => {
      if (event.clientX + event.clientY === 0) return;
      pointer.style.opacity = '1';
      pointer.style.transform = to(event);
    },
    true,
  );
  addEventListener(
    'mousedown',
    (event) => {
      ring.style.transform = to(event);
      ring.style.opacity = '1';
      setTimeout(() => (ring.style.opacity = '0'), 180);
    },
    true,
  );
}
