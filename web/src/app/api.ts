/** The HTTP API as functions: the same one everybody uses. Every trouble is a Problem. */

import { getLocale } from '../generated/paraglide/runtime.js';
import type { Changes, ExportWish, FoundAnswer, HistoryRow, Page, Profile, Server, VersionFacts, VersionRow } from '../panels';
import { Problem, problemOf } from './problem';

export interface Visitor {
  who: { id: string; name: string };
  may: 'edit' | 'view';
  mode: 'open' | 'serve';
  version: string;
}

export interface DocumentRow {
  id: string;
  title: string;
  language: string;
  made_at: string;
  made_by: string;
  changed_at: string;
  changed_by: string;
  seq: number;
  steps: number;
  phases: number;
  file?: string | null;
  file_state?: 'ok' | 'conflict' | 'unreadable' | null;
}

/** A template or an example. */
export interface Offered {
  name: string;
  title: string;
  service: string;
  scenario: string;
  languages: string[];
  phases: number;
  steps: number;
  cards: number;
  /** The address of its picture, where the server draws one. */
  picture?: string | null;
}

export interface NewDocument {
  title?: string;
  template?: string;
  example?: string;
  text?: string;
  language?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

async function ask(method: Method, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': getLocale(), ...more };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem(0, '');
  }
  if (!answer.ok && answer.status !== 304) throw await problemOf(answer);
  return answer;
}

async function json<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await ask(method, path, body);
  return (await answer.json()) as T;
}

/** `?a=1&b=2` of what is not empty. */
export function query(words: Record<string, string | number | null | undefined>): string {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries(words))
    if (value !== null && value !== undefined && value !== '') found.set(name, String(value));
  const text = found.toString();
  return text && `?${text}`;
}

const at = (id: string): string => `/documents/${encodeURIComponent(id)}`;

/** The file name an answer suggests, or `otherwise`. */
export function fileName(disposition: string | null, otherwise: string): string {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (wide !== undefined) {
    try {
      return decodeURIComponent(wide);
    } catch {
      // a name we cannot read: the plain one may do
    }
  }
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? otherwise;
}

export const api = {
  visitor: () => json<Visitor>('GET', '/session'),
  enter: (token: string, name?: string) => json<Visitor>('POST', '/session', name ? { token, name } : { token }),
  callMe: (name: string) => json<Visitor>('PATCH', '/session', { name }),

  documents: (search = '', after: string | null = null, limit = 24) =>
    json<Page<DocumentRow>>('GET', `/documents${query({ search, after, limit })}`),
  make: (wish: NewDocument) => json<DocumentRow>('POST', '/documents', wish),
  describe: (id: string) => json<DocumentRow>('GET', at(id)),
  discard: async (id: string) => void (await ask('DELETE', at(id))),
  revive: async (id: string) => void (await ask('POST', `${at(id)}/revive`)),
  templates: () => json<Offered[]>('GET', `/templates${query({ language: getLocale() })}`),
  examples: () => json<Offered[]>('GET', `/examples${query({ language: getLocale() })}`),
  /** Where an example's picture is, null when the server draws none. */
  picture: (offered: Offered, theme: string) => (offered.picture ? `${offered.picture}${query({ zoom: 'overview', theme })}` : null),

  versions: (id: string, after: string | null = null) => json<Page<VersionRow>>('GET', `${at(id)}/versions${query({ after })}`),
  version: (id: string, number: number) => json<VersionFacts>('GET', `${at(id)}/versions/${number}${query({ language: getLocale() })}`),
  nameVersion: (id: string, name: string) => json<VersionRow>('POST', `${at(id)}/versions`, { name }),
  restoreVersion: async (id: string, number: number) => void (await ask('POST', `${at(id)}/versions/${number}/restore`)),
  versionPicture: (id: string, number: number, theme: string) =>
    `/api${at(id)}/versions/${number}/exports/svg${query({ theme, zoom: 'overview' })}`,
  history: (id: string, after: string | null = null) => json<Page<HistoryRow>>('GET', `${at(id)}/history${query({ after })}`),
  changes: (id: string, from: number, to: number) => json<Changes>('GET', `${at(id)}/changes${query({ from, to, language: getLocale() })}`),
  file: async (id: string) => (await ask('GET', `${at(id)}/file`)).text(),
  findings: async (id: string, profile: Profile, language: string, etag?: string) => {
    const answer = await ask('GET', `${at(id)}/findings${query({ profile, language })}`, undefined, etag ? { 'If-None-Match': etag } : {});
    return answer.status === 304 ? null : ((await answer.json()) as FoundAnswer);
  },
  plan: async (id: string, form: string) => {
    const other = form === 'jira' || form === 'github';
    const ending = other ? 'csv' : form;
    const answer = await ask('GET', `${at(id)}/plan.${ending}${query({ for: other ? form : null, language: getLocale() })}`);
    return { blob: await answer.blob(), name: fileName(answer.headers.get('Content-Disposition'), `plan.${ending}`) };
  },
  exported: async (id: string, { format, ...wish }: ExportWish) => {
    const answer = await ask('GET', `${at(id)}/exports/${format}${query({ ...wish })}`);
    return { blob: await answer.blob(), name: fileName(answer.headers.get('Content-Disposition'), `blueprint.${format}`) };
  },
} satisfies Server & Record<string, unknown>;

export type Api = typeof api;
