/** What the panels ask of the server; the app gives them something that can do it. */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface VersionRow {
  number: number;
  name: string;
  kind: 'named' | 'auto' | 'safety';
  seq: number;
  made_at: string;
  made_by: string;
  note: string;
}

export interface ChangeRow {
  kind: string;
  address: string;
  text: string;
}

export interface Changes {
  summary: string;
  items: ChangeRow[];
}

/** One version, and what changed since the one before. */
export interface VersionFacts extends VersionRow {
  title: string;
  steps: number;
  phases: number;
  cards: number;
  since: number | null;
  changes: Changes;
}

/** What one person did between two pauses. */
export interface HistoryRow {
  first: number;
  last: number;
  began: string;
  ended: string;
  who: { id: string; name: string };
}

export interface ExportWish {
  format: string;
  view?: string;
  role?: string;
  page?: string;
  arrows?: string;
  zoom?: string;
  theme?: string;
  language?: string;
}

/** One edit of those that mend a finding, in the form that the editor's own edits take. */
export type PlainEdit =
  | { edit: 'set'; address: string; field: string; value: unknown }
  | { edit: 'mark'; address: string; kind: string; title: string }
  | { edit: 'add'; collection: string; fields: Readonly<Record<string, unknown>> }
  | { edit: 'remove'; address: string };

/** What a check found. */
export interface Found {
  code: string;
  slug: string;
  severity: 'low' | 'medium' | 'high' | 'error';
  title: string;
  message: string;
  why: string;
  hint: string;
  /** Its message, and what to do, in the document's own language. */
  said: string;
  todo: string;
  source: string;
  /** The element, as the board knows it: `cards/~7hq2`, `head`. */
  at: string;
  address: string;
  fingerprint: string;
  identity: string;
  status: 'open' | 'accepted' | 'dismissed' | 'reopened' | 'allowed';
  reason: string | null;
  record: string | null;
  mend: PlainEdit[] | null;
}

export type Profile = 'calm' | 'strict';

export interface FoundAnswer {
  seq: number;
  etag: string;
  profile: Profile;
  shown: Found[];
  taken: Found[];
  aside: Found[];
  kept_back: number;
  counts: Readonly<Record<string, number>>;
}

export interface Server {
  versions(id: string, after?: string | null): Promise<Page<VersionRow>>;
  version(id: string, number: number): Promise<VersionFacts>;
  nameVersion(id: string, name: string): Promise<VersionRow>;
  restoreVersion(id: string, number: number): Promise<void>;
  versionPicture(id: string, number: number, theme: string): string;
  history(id: string, after?: string | null): Promise<Page<HistoryRow>>;
  changes(id: string, from: number, to: number): Promise<Changes>;
  file(id: string): Promise<string>;
  /** What the checks find; null when that is what `etag` named. */
  findings(id: string, profile: Profile, language: string, etag?: string): Promise<FoundAnswer | null>;
  /** The plan in the form of another tool: csv, jira, github, ics, md. */
  plan(id: string, form: string): Promise<{ blob: Blob; name: string }>;
  exported(id: string, wish: ExportWish): Promise<{ blob: Blob; name: string }>;
}
