/** The honest word about saving, worked out from what has happened. Pure: events in, a word out. */

/** saved: the server has everything. saving: some changes are on their way. offline: they are kept on this device. */
export type SavingWord = 'loading' | 'saved' | 'saving' | 'offline' | 'cannot-save' | 'gone' | 'read-only';

export type GoneWhy = 'no-such-document' | 'not-signed-in' | 'replaced' | 'too-old';

export interface Saving {
  /** Whether there is something to show: the device's copy, or the server's. */
  readonly loaded: boolean;
  /** `up` once both sides have told each other what they have. */
  readonly link: 'down' | 'opening' | 'up';
  readonly may: 'edit' | 'view';
  /** Changes made here, ever; and how many of those the server has for good. */
  readonly made: number;
  readonly kept: number;
  /** Frames sent on this connection: how many changes each one brought along, by its number, not yet acknowledged. */
  readonly frames: readonly { readonly n: number; readonly made: number }[];
  /** Why the server can't save just now; null when it can. */
  readonly trouble: string | null;
  /** Why this device can't keep what is not saved; null when it can. */
  readonly deviceTrouble: string | null;
  readonly gone: GoneWhy | null;
}

export type SavingEvent =
  | { readonly type: 'loaded'; readonly unsaved: number }
  | { readonly type: 'opening' }
  | { readonly type: 'hello'; readonly may: 'edit' | 'view' }
  | { readonly type: 'joined' }
  | { readonly type: 'changed' }
  | { readonly type: 'sent'; readonly n: number; readonly made: number }
  | { readonly type: 'acknowledged'; readonly n: number }
  | { readonly type: 'refused'; readonly n: number; readonly why: string }
  | { readonly type: 'cannot-save'; readonly why: string }
  | { readonly type: 'can-save' }
  | { readonly type: 'device-trouble'; readonly why: string | null }
  | { readonly type: 'closed' }
  | { readonly type: 'gone'; readonly why: GoneWhy };

export const BEGINNING: Saving = {
  loaded: false,
  link: 'down',
  may: 'edit',
  made: 0,
  kept: 0,
  frames: [],
  trouble: null,
  deviceTrouble: null,
  gone: null,
};

/** The state after an event. What can't be is ignored: an acknowledgement of nothing, a frame on a closed connection. */
export function after(saving: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case 'loaded':
      return { ...saving, loaded: true, made: saving.made + event.unsaved };
    case 'opening':
      return { ...saving, link: 'opening', frames: [] };
    case 'hello':
      return { ...saving, may: event.may };
    case 'joined':
      return saving.link === 'down' ? saving : { ...saving, link: 'up', loaded: true };
    case 'changed':
      return { ...saving, made: saving.made + 1 };
    case 'sent':
      return saving.link === 'down' ? saving : { ...saving, frames: [...saving.frames, { n: event.n, made: event.made }] };
    case 'acknowledged':
      return acknowledged(saving, event.n);
    case 'refused':
      // what was refused is not saved, and nothing after it may make it look so
      if (event.why === 'read-only') return { ...saving, may: 'view', frames: [] };
      // too fast: sent again, more slowly
      return event.why === 'too-fast' ? { ...saving, frames: [] } : { ...saving, trouble: event.why, frames: [] };
    case 'cannot-save':
      return { ...saving, trouble: event.why };
    case 'can-save':
      return { ...saving, trouble: null };
    case 'device-trouble':
      return { ...saving, deviceTrouble: event.why };
    case 'closed':
      return { ...saving, link: 'down', frames: [] };
    case 'gone':
      return { ...saving, gone: event.why, link: 'down', frames: [] };
  }
}

function acknowledged(saving: Saving, n: number): Saving {
  const covered = saving.frames.filter((frame) => frame.n <= n);
  if (covered.length === 0) return saving;
  const kept = Math.max(saving.kept, ...covered.map((frame) => frame.made));
  const trouble = kept === saving.made ? null : saving.trouble;
  return { ...saving, kept, trouble, frames: saving.frames.filter((frame) => frame.n > n) };
}

/** How many changes are not safe on the server yet. */
export function unsavedIn(saving: Saving): number {
  return saving.made - saving.kept;
}

/** The word to show. `saved` is said only when the server has acknowledged every change and the connection stands. */
export function wordFor(saving: Saving): SavingWord {
  if (saving.gone) return 'gone';
  if (!saving.loaded) return 'loading';
  return troubleIn(saving) !== undefined ? 'cannot-save' : wordWithoutTrouble(saving);
}

function wordWithoutTrouble(saving: Saving): SavingWord {
  if (saving.link !== 'up') return 'offline';
  if (saving.may === 'view') return 'read-only';
  return unsavedIn(saving) > 0 ? 'saving' : 'saved';
}

function troubleIn(saving: Saving): string | undefined {
  const unsaved = unsavedIn(saving) > 0;
  if (saving.may === 'view') return unsaved ? 'read-only' : undefined;
  if (saving.trouble !== null) return saving.trouble;
  return unsaved && saving.link !== 'up' ? (saving.deviceTrouble ?? undefined) : undefined;
}

/** What stands behind the word. */
export function whyFor(saving: Saving): string | undefined {
  return saving.gone ?? (saving.loaded ? troubleIn(saving) : undefined);
}
