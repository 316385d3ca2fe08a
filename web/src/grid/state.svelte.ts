/** What one person sees of the board: the view, the zoom, what is folded, where the focus is and what is chosen. */

import { SvelteSet } from 'svelte/reactivity';
import { gridText, setText, type UndoResult } from '../edits';
import type { BoardDocument, Item, Key, Row } from '../document';
import type { Session } from '../session';
import { laneWords } from '../generated/craft';
import { columnsOf, holdsCards, linesIn, rowsIn, type Column, type View, type Zoom } from './layout';

/** The rows above the lanes: heads of phases, heads of steps. */
export type HeadRow = 'phases' | 'steps';

/** One place on the board: a row, a column, and in it one card (null: the place itself). */
export interface Spot {
  readonly row: Key | HeadRow;
  readonly column: string;
  readonly card: Key | null;
}

/** A text that is being typed on the board. */
export interface Typing {
  readonly address: string;
  readonly field: string;
  /** Made for this typing: taken away again when nothing is typed. */
  readonly fresh: boolean;
}

const TITLES: Record<string, string> = { phases: 'title', steps: 'title', cards: 'does', lanes: 'name' };

export class BoardState {
  readonly session: Session;
  view: View = $state('blueprint');
  zoom: Zoom = $state('normal');
  /** Pixels on the screen for one of the board's own. */
  scale: number = $state(1);
  focus: Spot | null = $state.raw(null);
  /** The other end of a selection that was begun with Shift. */
  anchor: Spot | null = $state.raw(null);
  /** The addresses that commands work on; the focused element when nothing else is chosen. */
  picked: readonly string[] = $state.raw([]);
  typing: Typing | null = $state.raw(null);
  /** What a search found: these shine. */
  matches: readonly string[] = $state.raw([]);
  /** A link that is being drawn: where it starts. */
  linking: string | null = $state(null);
  /** The element whose time, chips or levels are being edited in a small box on the board. */
  box: { address: string; kind: 'time' | 'by' | 'via' | 'uses' | 'truth' } | null = $state.raw(null);
  /** The persona whose curve was chosen. */
  curve: Key | null = $state(null);
  /** Whether single letters are commands (WCAG 2.1.4: they can be switched off). */
  letters: boolean = $state(true);
  /** Said aloud by the live region. */
  said: string = $state('');
  readonly foldedPhases = new SvelteSet<Key>();
  readonly foldedLanes = new SvelteSet<Key>();
  /** Set by the board while it is shown: brings a place into sight, and the keyboard to it. */
  reveal: (spot: Spot, keyboard: boolean) => void = () => undefined;
  /** Set by the board: fits the whole width, a selection, or nothing (100 %) into the window. */
  fit: (what: 'all' | 'chosen' | 'none') => void = () => undefined;

  readonly columns: readonly Column[] = $derived.by(() => columnsOf(this.document, this.zoom, this.foldedPhases, this.mayEdit));
  readonly rows: readonly Row[] = $derived.by(() => rowsIn(this.document, this.view, this.mayEdit));
  readonly lines = $derived.by(() => linesIn(this.rows));
  readonly width: number = $derived.by(() => {
    const last = this.columns.at(-1);
    return last ? last.x + last.width : 0;
  });

  constructor(session: Session) {
    this.session = session;
  }

  get document(): BoardDocument {
    return this.session.document;
  }

  get mayEdit(): boolean {
    return this.session.mayEdit;
  }

  /** What commands and the details speak of. */
  get chosen(): readonly string[] {
    if (this.picked.length) return this.picked.filter((address) => this.document.at(address));
    const address = this.focus && this.addressAt(this.focus);
    return address ? [address] : [];
  }

  /** The element at a place, '' when there is none yet. */
  addressAt(spot: Spot): string {
    if (spot.card !== null) return `cards/${spot.card}`;
    const column = this.column(spot.column);
    if (spot.row === 'phases') return column?.phase ? column.phase.address : '';
    const step = column?.step;
    const row = this.row(spot.row);
    if (spot.row === 'steps' || row?.role === 'customer' || row?.role === 'emotion' || row?.role === 'time') return step ? step.address : '';
    return '';
  }

  column(key: string): Column | undefined {
    return this.columns.find((column) => column.key === key);
  }

  row(key: string): Row | undefined {
    return this.rows.find((row) => row.key === key);
  }

  /** The cards of a cell; [] where the row holds none. */
  cardsAt(row: string, column: string): readonly Item[] {
    const found = this.row(row);
    const step = this.column(column)?.step;
    return found && step && holdsCards(found) ? this.document.cards(step.key, found.key) : [];
  }

  /** Where an element stands on the board as it is shown; null when it is folded away or stands nowhere. */
  spotOf(address: string): Spot | null {
    const item = this.document.at(address);
    if (!item) return null;
    if (item.collection === 'phases') {
      const column = this.columns.find(({ phase }) => phase === item);
      return column ? { row: 'phases', column: column.key, card: null } : null;
    }
    if (item.collection === 'steps') return this.column(item.key) ? { row: 'steps', column: item.key, card: null } : null;
    if (item.collection !== 'cards') return null;
    const [step = '', lane = ''] = item.place;
    return this.column(step) && this.row(lane) ? { row: lane, column: step, card: item.key } : null;
  }

  /** Go to an element: what hides it is unfolded, and it is brought into sight. `focus: false` leaves the keyboard where it is. */
  goTo(address: string, { focus = true }: { focus?: boolean } = {}): void {
    const item = this.document.at(address);
    if (!item) return;
    const step = item.collection === 'cards' ? this.document.item('steps', item.place[0] ?? '') : item;
    if (item.collection !== 'phases' && step) this.foldedPhases.delete(step.place[0] ?? '');
    if (item.collection === 'cards') {
      this.foldedLanes.delete(item.place[1] ?? '');
      if (!this.row(item.place[1] ?? '')) this.view = 'blueprint';
    }
    const spot = this.spotOf(address);
    if (!spot) return;
    this.picked = [];
    this.focus = spot;
    this.reveal(spot, focus);
  }

  /** Move the focus. */
  go(spot: Spot, keyboard = true): void {
    this.picked = [];
    this.anchor = null;
    this.focus = spot;
    this.reveal(spot, keyboard);
  }

  /** Begin to type in a field of an element. */
  type(address: string, field: string, fresh = false): void {
    if (this.mayEdit) this.typing = { address, field, fresh };
  }

  /** Begin to type the text an element is known by. */
  typeTitle(address: string): void {
    const collection = this.document.at(address)?.collection ?? '';
    const inCustomerRow = this.focus !== null && this.row(this.focus.row)?.role === 'customer' && this.focus.card === null;
    this.type(address, collection === 'steps' && inCustomerRow ? 'does' : (TITLES[collection] ?? 'title'));
  }

  toggle(address: string): void {
    const chosen = this.chosen;
    this.picked = chosen.includes(address) ? chosen.filter((each) => each !== address) : [...chosen, address];
  }

  /** The chosen cells as a table: steps as columns, rows as lines; the whole board when one place is chosen. */
  grid(): string[][] {
    const columns = this.columns.filter(({ kind }) => kind === 'step');
    const [one, other] = [this.focus, this.anchor ?? this.focus];
    const at = (spot: Spot | null): number => columns.findIndex(({ key }) => key === spot?.column);
    const [from, to] = [Math.min(at(one), at(other)), Math.max(at(one), at(other))];
    const rows = this.rows.map(({ key }) => key);
    const level = (spot: Spot | null): number => (spot ? rows.indexOf(spot.row) : -1);
    const [top, bottom] = [Math.min(level(one), level(other)), Math.max(level(one), level(other))];
    const width = columns.slice(Math.max(0, from), to + 1);
    const height = this.rows.slice(Math.max(0, top), bottom + 1);
    return height.map((row) => width.map(({ step }) => (step ? this.#written(row, step) : '')));
  }

  #written(row: Row, step: Item): string {
    if (row.role === 'emotion') return step.feelings().map(({ level }) => String(level)).join(' / ');
    if (row.role === 'time') return String(step.value('time.work') ?? step.value('time.standard') ?? '');
    const cards = holdsCards(row) ? this.document.cards(step.key, row.key).map((card) => card.text('does')) : [];
    return (row.role === 'customer' ? [step.text('does'), ...cards] : cards).filter(Boolean).join('\n');
  }

  /** The chosen cells as text for a spreadsheet. */
  copied(): string {
    return gridText(this.grid());
  }

  /** Whose feelings the keys set: everyone's, unless the blueprint tells its personas apart. */
  get persona(): Key | null {
    const personas = this.document.items('personas');
    if (this.curve !== null && personas.some(({ key }) => key === this.curve)) return this.curve;
    const shared = this.document.steps().some((step) => step.feelings().some(({ persona }) => persona === null));
    return shared ? null : (personas[0]?.key ?? null);
  }

  /** What people call a row. */
  nameOf(row: Row): string {
    return row.declared?.title() || this.document.say(row.role) || laneWords[row.role as keyof typeof laneWords]();
  }

  /** Fold a phase to a narrow column, or open it again. */
  foldPhase(key: Key): void {
    if (!this.foldedPhases.delete(key)) this.foldedPhases.add(key);
    const spot = this.focus;
    if (spot && !this.column(spot.column)) {
      const column = this.columns.find(({ phase }) => phase?.key === key);
      if (column) this.go({ row: spot.row, column: column.key, card: null });
    }
  }

  foldLane(key: Key): void {
    if (!this.foldedLanes.delete(key)) this.foldedLanes.add(key);
  }

  /** Told what stayed as it is because somebody else has changed it since; set by whoever shows it. */
  onKept: (result: UndoResult) => void = () => undefined;

  undo(): void {
    this.#replayed(this.session.editing.undo());
  }

  redo(): void {
    this.#replayed(this.session.editing.redo());
  }

  #replayed(result: UndoResult): void {
    const shown = result.touched.find((address) => this.spotOf(address));
    const spot = shown ? this.spotOf(shown) : null;
    if (spot && !this.typing) this.go(spot);
    if (result.kept.length) this.onKept(result);
  }

  say(text: string): void {
    // the same words twice are read twice
    this.said = this.said === text ? `${text}\u200b` : text;
  }

  rename(address: string, text: string): void {
    const collection = this.document.at(address)?.collection ?? '';
    setText(this.session.editing, address, TITLES[collection] ?? 'title', text);
  }
}
