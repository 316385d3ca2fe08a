/** Findings as a server would tell them, for trying what is done about them. */

import { vi } from 'vitest';
import en from '../../../messages/en/findings.json';
import es from '../../../messages/es/findings.json';
import nl from '../../../messages/nl/findings.json';
import type { Found, FoundAnswer } from '../server';

export function foundAt(at: string, given: Partial<Found> = {}): Found {
  const identity = `contact-without-doer@${at}`;
  return {
    code: 'STR001',
    slug: 'contact-without-doer',
    severity: 'medium',
    title: 'A contact with nobody behind it',
    message: `Nobody stands behind ${at}.`,
    why: 'Nobody can mend what nobody does.',
    hint: 'Say who does it.',
    said: `Nobody stands behind ${at}`,
    todo: 'Say who does it',
    source: 'The ABCs',
    at,
    address: at,
    identity,
    fingerprint: `${identity}~0123abcd`,
    status: 'open',
    reason: null,
    record: null,
    mend: null,
    ...given,
  };
}

export function answerOf(shown: Found[], given: Partial<FoundAnswer> = {}): FoundAnswer {
  return { seq: 1, etag: '"1"', profile: 'calm', shown, taken: [], aside: [], kept_back: 0, counts: {}, ...given };
}

/** A server that has the sentences of findings, in every language. */
export function serveWords(): void {
  const files = { en, es, nl };
  const answer = (address: string): Promise<Response> => {
    const language = /messages\/(en|es|nl)\/findings/.exec(address)?.[1] as keyof typeof files;
    return Promise.resolve(new Response(JSON.stringify(files[language])));
  };
  vi.stubGlobal('fetch', answer);
}
