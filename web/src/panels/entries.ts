/** What the palette and the help list: something that can be done, or a place to go. */

export interface Entry {
  id: string;
  label: string;
  /** Keys as the commands spell them (`Mod+K`), none when it has no shortcut. */
  keys: readonly string[];
  /** Under which heading it stands. */
  group: string;
  /** More to find it by, and to tell namesakes apart. */
  aside?: string;
  run: () => void;
}

const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const ON_MAC: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Enter: '↩', Backspace: '⌫', Delete: '⌦' };
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl' };
const ARROWS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': '␣',
  Digit0: '0',
  Digit1: '1',
  Digit2: '2',
};

/** The single caps of a shortcut as this machine's keyboard names them. */
export function caps(keys: string, mac = MAC): string[] {
  const names = mac ? ON_MAC : ELSEWHERE;
  // a plus sign may itself be the key
  return keys.split(/\+(?!$)/).map((key) => names[key] ?? ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
