/** Keys pressed while a panel is on its way belong to it: they are kept, and given to it when it stands. Escape calls it off. */

/** Keys that do nothing by themselves. */
const HELD = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified'];

export class EarlyKeys {
  readonly #kept: KeyboardEvent[] = [];
  readonly #called: () => void;
  readonly #heard = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') {
      this.end();
      this.#called();
    } else if (!HELD.includes(event.key)) this.#kept.push(event);
  };

  /** Keep every key from now on; `called` when the panel is called off. */
  constructor(called: () => void) {
    this.#called = called;
    window.addEventListener('keydown', this.#heard, true);
  }

  /** Keep no more. */
  end(): void {
    window.removeEventListener('keydown', this.#heard, true);
  }

  /** Keep no more, and give what was kept to whatever has the keyboard now. */
  give(): void {
    this.end();
    for (const event of this.#kept.splice(0)) giveOne(event);
  }
}

function giveOne({ key, code, shiftKey, ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', {
    ...{ key, code, shiftKey, ctrlKey, altKey, metaKey, repeat },
    ...{ bubbles: true, cancelable: true, composed: true },
  });
  if (!target.dispatchEvent(again)) return;
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || field.type !== 'text') return;
  const bare = ctrlKey === altKey && !metaKey; // AltGr counts as both
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  if ([...key].length === 1 && bare) field.setRangeText(key, start, end, 'end');
  else if (key === 'Backspace') field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  else return;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
