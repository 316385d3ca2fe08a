/** What one person sees of the board: the view, the zoom, what is folded, where the focus is and what is chosen. */

import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { linesBetween, type BoardDocument, type BoardLine, type Item, type Key, type Row } from '../document';
import type { UndoResult } from '../edits';
import { laneWords } from '../generated/craft';
import type { Session } from '../session';
import { heed } from './heed';
import { History } from './history';
import { Keyed } from './keyed';
import { columnsOf, holdsCards, rowsIn, type Column, type View, type Zoom } from './layout';
import { settled } from './settling';
import { Sight } from './sight.svelte';
import { LANE_HEAD, type Spot } from './spot';
import { sameSpans, spansOf, type LaneSpans } from './spans';
import type { QuickBox, Typing } from './writing';

/** From so many cards on a board is large. */
const LARGE = 400;
const TITLES: Record<string, string> = { phases: 'title', steps: 'title', cards: 'does', lanes: 'name' };

export class BoardState {
  readonly session: Session;
  view: View = $state('blueprint');
  /** Which view the server draws while `view` is picture: its name or id, and whose part it shows. */
  picture: { readonly view: string; readonly role: string | null } = $state.raw({ view: 'channels', role: null });
  zoom: Zoom = $state('normal');
  /** Whether the window is narrow, as on a phone; set by the board. */
  narrow: boolean = $state(false);
  /** Pixels on the screen for one of the board's own. */
  scale: number = $state(1);
  focus: Spot | null = $state.raw(null);
  /** The other end of a selection that was begun with Shift. */
  anchor: Spot | null = $state.raw(null);
  box: QuickBox | null = $state.raw(null);
  /** The persona whose curve was chosen. */
  curve: Key | null = $state(null);
  /** Whether single letters are commands (WCAG 2.1.4: they can be switched off). */
  letters: boolean = $state(true);
  /** Said aloud by the live region. */
  said: string = $state('');
  #picked: readonly string[] = $state.raw([]);
  #matches: readonly string[] = $state.raw([]);
  #linking: string | null = $state(null);
  #shown: string | null = null;
  #typing: Typing | null = $state.raw(null);
  /** Which columns' cards are drawn. */
  readonly sight = new Sight(this);
  readonly #history: History;
  readonly #looks = new Keyed('');
  readonly #typed = new Keyed<string | null>(null);
  /** The sign of what the checks found at an element, `severity|words`; '' for nothing. Set by the findings. */
  readonly found = new Keyed('');
  readonly foldedPhases = new SvelteSet<Key>();
  readonly foldedLanes = new SvelteSet<Key>();
  /** Set by the board while it is shown: brings a place into sight, and the keyboard to it. */
  reveal: (spot: Spot, keyboard: boolean) => void = () => undefined;
  /** Set by the board: fits the whole width, a selection, or nothing (100 %) into the window. */
  fit: (what: 'all' | 'chosen' | 'none') => void = () => undefined;
  /** Told what stayed as it is because somebody else has changed it since; set by whoever shows it. */
  onKept: (result: UndoResult) => void = () => undefined;

  readonly columns: readonly Column[] = $derived.by(() =>
    columnsOf(this.document, { zoom: this.zoom, narrow: this.narrow, folded: this.foldedPhases, open: this.mayEdit }),
  );
  readonly rows: readonly Row[] = $derived.by(() => rowsIn(this.document, this.view, this.mayEdit));
  readonly lines: readonly BoardLine[] = $derived.by(() => linesBetween(this.rows));
  /** What reaches over several columns, by lane. */
  spans: ReadonlyMap<Key, LaneSpans> = $state.raw(new Map());
  /** Whether there is so much on the board that only what is in sight is laid out. */
  readonly large: boolean = $derived.by(() => this.document.items('cards').length > LARGE);
  readonly #columnAt = $derived.by(() => new Map(this.columns.map((column, at) => [column.key, at])));

  constructor(session: Session) {
    this.session = session;
    this.#history = new History(session);
  }

  get document(): BoardDocument {
    return this.session.document;
  }

  get mayEdit(): boolean {
    return this.session.mayEdit;
  }

  get width(): number {
    const last = this.columns.at(-1);
    return last ? last.x + last.width : 0;
  }

  /** The addresses that commands work on; the focused element when nothing else is chosen. */
  get picked(): readonly string[] {
    return this.#picked;
  }

  set picked(addresses: readonly string[]) {
    if (addresses.length === 0 && this.#picked.length === 0) return;
    this.#picked = addresses;
    this.#relook();
  }

  /** What a search found: these shine. */
  get matches(): readonly string[] {
    return this.#matches;
  }

  set matches(addresses: readonly string[]) {
    this.#matches = addresses;
    this.#relook();
  }

  /** A link that is being drawn: where it starts. */
  get linking(): string | null {
    return this.#linking;
  }

  set linking(address: string | null) {
    this.#linking = address;
    this.#relook();
  }

  /** The element that a panel speaks of. */
  set shown(address: string | null) {
    this.#shown = address;
    this.#relook();
  }

  get typing(): Typing | null {
    return this.#typing;
  }

  set typing(typing: Typing | null) {
    this.#typing = typing;
    this.#typed.assign(new Map(typing ? [[typing.address, typing.field]] : []));
  }

  /** The field of this element that is being typed in here. Whoever reads it hears of this element only. */
  typingIn(address: string): string | null {
    return this.#typed.get(address);
  }

  /** How an element is set off: `picked`, `match`, `linking`, `shown`, several of them, or ''. */
  lookOf(address: string): string {
    return this.#looks.get(address);
  }

  #relook(): void {
    const looks = new Map<string, string>();
    const add = (address: string, look: string): void => void looks.set(address, `${looks.get(address) ?? ''} ${look}`.trim());
    untrack(() => {
      for (const address of this.#picked) add(address, 'picked');
      for (const address of this.#matches) add(address, 'match');
      if (this.#linking !== null) add(this.#linking, 'linking');
      if (this.#shown !== null) add(this.#shown, 'shown');
    });
    this.#looks.assign(looks);
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
    if (spot.column === LANE_HEAD) return this.row(spot.row)?.declared?.address ?? '';
    const column = this.column(spot.column);
    if (spot.row === 'phases') return column?.phase ? column.phase.address : '';
    const role = this.row(spot.row)?.role ?? '';
    return spot.row === 'steps' || ['customer', 'emotion', 'time'].includes(role) ? (column?.step?.address ?? '') : '';
  }

  /** Which column has this key, counted from 0; -1 for none. */
  indexOf(key: string): number {
    return this.#columnAt.get(key) ?? -1;
  }

  column(key: string): Column | undefined {
    return this.columns[this.indexOf(key)];
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
    if (item.collection === 'lanes') return this.row(item.key) ? { row: item.key, column: LANE_HEAD, card: null } : null;
    if (item.collection !== 'cards') return null;
    const [step = '', lane = ''] = item.place;
    return this.column(step) && this.row(lane) ? { row: lane, column: step, card: item.key } : null;
  }

  /** Go to an element: what hides it is unfolded, and it is brought into sight. `focus: false` leaves the keyboard where it is. */
  goTo(address: string, { focus = true }: { focus?: boolean } = {}): void {
    const spot = this.unfoldTo(address);
    if (!spot) return;
    this.picked = [];
    this.focus = spot;
    this.reveal(spot, focus);
  }

  /** Unfolds what hides an element; gives its place. */
  unfoldTo(address: string): Spot | null {
    const item = this.document.at(address);
    if (!item) return null;
    const step = item.collection === 'cards' ? this.document.item('steps', item.place[0] ?? '') : item;
    if (step?.collection === 'steps') this.foldedPhases.delete(step.place[0] ?? '');
    if (item.collection === 'cards') {
      this.foldedLanes.delete(item.place[1] ?? '');
      if (!this.row(item.place[1] ?? '')) this.view = 'blueprint';
    }
    if (this.view === 'table' || this.view === 'plan' || this.view === 'picture') this.view = 'blueprint';
    return this.spotOf(address);
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
    if (fresh) this.#history.began(address);
    if (this.mayEdit) this.typing = { address, field, fresh };
  }

  /** The field that is typed in at a place: what a step says in the customer's row, else what the element is known by. */
  fieldAt(spot: Spot, address: string): string {
    const collection = this.document.at(address)?.collection ?? '';
    const customer = this.row(spot.row)?.role === 'customer' && spot.card === null;
    return collection === 'steps' && customer ? 'does' : (TITLES[collection] ?? 'title');
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
    if (spot && spot.column !== LANE_HEAD && !this.column(spot.column)) {
      const column = this.columns.find(({ phase }) => phase?.key === key);
      if (column) this.go({ row: spot.row, column: column.key, card: null });
    }
  }

  foldLane(key: Key): void {
    if (!this.foldedLanes.delete(key)) this.foldedLanes.add(key);
  }

  /** Keep the spans fresh while the board is shown; run it in an effect. */
  followSpans(): () => void {
    const again = (): void => {
      const found = untrack(() => spansOf(this.document, this.columns, this.rows));
      if (
        !sameSpans(
          found,
          untrack(() => this.spans),
        )
      )
        this.spans = found;
    };
    void [this.columns, this.rows];
    again();
    return heed(this.document, (key) => key === 'until' || key === 'pos' || key === 'gone', again);
  }

  undo(): void {
    this.#replayed(this.#history.undo());
  }

  redo(): void {
    this.#replayed(this.#history.redo());
  }

  #replayed(result: UndoResult): void {
    const typing = this.typing;
    if (typing && !this.document.at(typing.address)) this.typing = null;
    const here = this.focus && this.addressAt(this.focus);
    const shown = here && result.touched.includes(here) ? null : result.touched.find((address) => this.spotOf(address));
    const spot = shown ? this.spotOf(shown) : this.focus && settled(this, this.focus);
    if (spot && !this.typing) this.go(spot);
    if (result.kept.length) this.onKept(result);
  }

  say(text: string): void {
    // the same words twice are read twice
    this.said = this.said === text ? `${text}\u200b` : text;
  }
}
