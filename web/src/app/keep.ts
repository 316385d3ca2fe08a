/** Small choices that this browser remembers; a browser that refuses to remember is no trouble. */

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`footlights.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`footlights.${name}`);
    else localStorage.setItem(`footlights.${name}`, value);
  } catch {
    // private windows and full disks: the choice lasts as long as the page
  }
}
