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
  zoom?: string;
  theme?: string;
  language?: string;
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
  exported(id: string, wish: ExportWish): Promise<{ blob: Blob; name: string }>;
}
