/** The findings of one open blueprint: asked for when the document has rested, judged by what it says, shown as signs on the board. */

import { getLocale } from '../../generated/paraglide/runtime.js';
import type { Desk } from '../desk.svelte';
import type { Found, FoundAnswer, Profile } from '../server';
import { placeOf, signs, sorted, type Grouping, type Judged, type Severity, type Sorted } from './found';
import { say, words } from './words.svelte';

/** How long the document rests before the checks are asked, and how long they wait at most while somebody keeps on writing. */
const REST_MS = 2_000;
const MOST_MS = 15_000;
/** How long after a refusal it is tried again. */
const AGAIN_MS = 10_000;

/** `old`: what is shown may not hold any more. `offline`: and it can't be asked just now. */
export type Freshness = 'asking' | 'fresh' | 'old' | 'offline' | 'failed';

export class Findings {
  profile: Profile = $state('calm');
  grouping: Grouping = $state('severity');
  freshness: Freshness = $state('asking');
  /** Why the last question was not answered. */
  trouble: unknown = $state.raw(null);
  /** The finding that is open in the panel, by its identity. */
  opened: string | null = $state(null);
  #calm: FoundAnswer | null = $state.raw(null);
  #strict: FoundAnswer | null = $state.raw(null);
  #language = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #asked = 0;
  #stop: () => void;

  constructor(readonly desk: Desk) {
    const { doc } = desk.document;
    const changed = (): void => this.#changed();
    doc.on('update', changed);
    const stop = $effect.root(() => {
      $effect(() => {
        void words.fetch().catch(() => undefined);
      });
      $effect(() => {
        void [this.profile, getLocale()];
        this.#soon(0);
      });
      $effect(() => {
        const found = signs(desk.document, this.sorted.standing);
        const sign = (severity: Severity, title: string): string =>
          `${severity}|${say('found_sign', { severity: say(`found_severity_${severity}`), title })}`;
        desk.board.found.assign(new Map([...found].map(([address, { severity, titles }]) => [address, sign(severity, titles)])));
      });
      $effect(() => {
        // back after an absence, or saved after a while: what is old is asked anew
        if (this.#reachable && this.freshness === 'offline') this.#soon(0);
      });
    });
    this.#stop = () => {
      doc.off('update', changed);
      stop();
      clearTimeout(this.#timer);
      desk.board.found.assign(new Map());
    };
  }

  close(): void {
    this.#stop();
  }

  /** The last answer in the profile that is shown. */
  get answer(): FoundAnswer | null {
    return this.profile === 'strict' ? this.#strict : this.#calm;
  }

  readonly sorted: Sorted = $derived.by(() => sorted(this.answer, this.desk.document));

  /** How many questions stand in the calm profile: the number on the button. */
  readonly count: number = $derived.by(() => sorted(this.#calm, this.desk.document).standing.length);

  get #reachable(): boolean {
    return this.desk.session.state === 'saved' || this.desk.session.state === 'read-only';
  }

  #changed(): void {
    if (this.freshness === 'fresh') this.freshness = 'old';
    const now = Date.now();
    this.#since ||= now;
    this.#soon(Math.max(0, Math.min(REST_MS, this.#since + MOST_MS - now)));
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), ms);
  }

  /** Asks the server, unless its work is not done yet or nobody looks. */
  async ask(): Promise<void> {
    const { session } = this.desk;
    if (session.state === 'offline' || session.state === 'cannot-save') this.freshness = 'offline';
    if (session.state === 'gone') return;
    if (!this.#reachable) return this.#soon(REST_MS);
    if (document.hidden) return this.#soon(REST_MS);
    const [profile, language, turn] = [this.profile, getLocale(), ++this.#asked];
    this.#since = 0;
    try {
      // the number on the button is that of the calm profile, whatever the panel shows
      const wanted: Profile[] = profile === 'calm' ? ['calm'] : ['strict', 'calm'];
      for (const each of wanted) {
        const known = this.#language === language ? (each === 'calm' ? this.#calm : this.#strict)?.etag : undefined;
        const answer = await this.desk.server.findings(this.desk.id, each, language, known);
        if (turn !== this.#asked) return;
        if (answer && each === 'calm') this.#calm = answer;
        else if (answer) this.#strict = answer;
      }
      if (this.#language !== language) {
        // what is kept of the other profile is in another language
        if (profile === 'calm') this.#strict = null;
        this.#language = language;
      }
      this.trouble = null;
      this.freshness = this.#since ? 'old' : 'fresh';
    } catch (trouble) {
      if (turn !== this.#asked) return;
      this.trouble = trouble;
      this.freshness = 'failed';
      this.#soon(AGAIN_MS);
    }
  }

  /** Shows a finding in the panel and its place on the board; the keyboard stays where it is unless `focus`. */
  show({ at, identity }: Found, focus: boolean): void {
    this.opened = identity;
    this.go(at, focus);
  }

  /** Goes to where a finding is: on the board, or in its register. */
  go(at: string, focus: boolean): void {
    const place = placeOf(this.desk.document, at);
    if (place.startsWith('lanes/') && !this.desk.document.at(place)) return;
    if (place) this.desk.board.goTo(place, { focus });
    else if (focus) {
      if (at === 'head') this.desk.register = null;
      if (at === 'head') this.desk.sheet = 'blueprint';
      else this.desk.open(at);
    }
  }

  /** The next finding on the board (-1: the one before), as editors of programs do with F8. */
  step(by: 1 | -1): Judged | undefined {
    const all = this.sorted.standing;
    if (!all.length) return undefined;
    const here = all.findIndex(({ found }) => found.identity === this.opened);
    const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : (here + by + all.length) % all.length];
    if (next) this.show(next.found, this.desk.sheet !== 'findings' || placeOf(this.desk.document, next.found.at) !== '');
    return next;
  }
}
