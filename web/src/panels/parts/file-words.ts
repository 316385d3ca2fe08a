/** What is said of a file in trouble: a word or two for the bar, and a sentence that says what is safe and what to do. */

import { m } from '../../generated/paraglide/messages.js';
import { getLocale } from '../../generated/paraglide/runtime.js';
import type { BoundFile } from '../../session';

export interface FileWords {
  readonly word: string;
  readonly about: string;
}

const ELSEWHERE: Record<string, () => FileWords> = {
  gone: () => ({ word: m.session_file_gone_word(), about: m.session_file_gone() }),
  'folder-gone': () => ({ word: m.session_file_gone_word(), about: m.session_file_folder_gone() }),
  'read-only': () => ({ word: m.session_file_not_written_word(), about: m.session_file_read_only() }),
  'not-written': () => ({ word: m.session_file_not_written_word(), about: m.session_file_not_written() }),
};

/** The words for a file; null when all is well with it, or there is none. */
export function fileWords(file: BoundFile | null): FileWords | null {
  if (file === null || file.state === 'ok') return null;
  const { why = '', where = '', says = {} } = file;
  if (file.state === 'conflict') {
    const about = why === 'comments-lost' ? m.session_file_comments_lost({ where }) : m.session_file_conflict({ where });
    return { word: m.session_file_conflict_word(), about };
  }
  const fault = says[getLocale()] ?? says['en'] ?? '';
  const reason = [where, fault].filter(Boolean).join(': ') || '…';
  return ELSEWHERE[why]?.() ?? { word: m.session_file_unreadable_word(), about: m.session_file_unreadable({ why: reason }) };
}

/** How the server calls whoever changed a file from outside; everybody else is called by their name. */
const OUTSIDE = 'The file, changed outside';

/** The name of somebody in a list, in the reader's language where it is not a person's. */
export function nameOfWho(name: string): string {
  return name === OUTSIDE ? m.session_outside() : name;
}
