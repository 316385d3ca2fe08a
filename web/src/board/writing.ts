/** What is open for writing on the board. */

/** A text that is being typed on the board. */
export interface Typing {
  readonly address: string;
  readonly field: string;
  /** Made for this typing: taken away again when nothing is typed. */
  readonly fresh: boolean;
}

/** A small box on the board: an element's times, or who, through what and with what. */
export interface QuickBox {
  readonly address: string;
  readonly kind: 'time' | 'by' | 'via' | 'uses';
  /** What was typed to open it. */
  readonly letters?: string;
}
