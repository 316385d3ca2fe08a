/** Short messages at the foot of the window, each with at most one thing to do about it. */

export interface Toast {
  number: number;
  text: string;
  action?: { label: string; run: () => void };
}

class Toasts {
  shown: Toast[] = $state([]);
  /** What a screen reader is told without anything being shown. */
  whispered = $state('');
  #count = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Shows a text: for seven seconds, or twelve when there is something to do. */
  say(text: string, action?: Toast['action']): void {
    const number = ++this.#count;
    this.shown = [...this.shown.slice(-2), action ? { number, text, action } : { number, text }];
    this.rest(number);
  }

  /** Tells a screen reader only. */
  whisper(text: string): void {
    this.whispered = text;
  }

  dismiss(number: number): void {
    this.hold(number);
    this.shown = this.shown.filter((toast) => toast.number !== number);
  }

  /** The clock stops while somebody points at a toast or has its button in focus. */
  hold(number: number): void {
    clearTimeout(this.#timers.get(number));
    this.#timers.delete(number);
  }

  rest(number: number): void {
    this.hold(number);
    const long = this.shown.find((toast) => toast.number === number)?.action !== undefined;
    this.#timers.set(
      number,
      setTimeout(() => this.dismiss(number), long ? 12_000 : 7_000),
    );
  }
}

export const toasts = new Toasts();
