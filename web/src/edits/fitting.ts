/** What may stand in a field: the value as the shared document holds it, or why it can't. As `footlights.edits.fitted`. */

import {
  durationText,
  isLanguage,
  moneyText,
  parseDuration,
  parseMoney,
  parseShare,
  parseTarget,
  targetText,
  type BoardDocument,
} from '../document';
import type { Field } from '../generated/model';
import { refused, type Refusal } from './outcome';
import { wholeText } from './replace';

export interface Fitted {
  readonly ok: true;
  /** What is written; undefined takes the value away. */
  readonly value: unknown;
}

function fit(value: unknown): Fitted {
  return { ok: true, value };
}

function within(field: Field, value: number): Fitted | Refusal {
  const low = field.low ?? -Infinity;
  const high = field.high ?? Infinity;
  if (value >= low && value <= high) return fit(value);
  const facts: Record<string, string | number> = { field: field.key };
  if (field.low !== null) facts.low = field.low;
  if (field.high !== null) facts.high = field.high;
  return refused('out-of-range', facts);
}

/** A number, also as people type it: with a comma for the decimals. */
function numeral(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,15}(?:[.,]\d{1,6})?\s*$/.test(value)) return null;
  return Number(value.replace(',', '.'));
}

function spelt<T>(parse: (text: string) => T | null, write: (value: T) => string, why: Refusal['why']) {
  return (field: Field, value: unknown): Fitted | Refusal => {
    const found = typeof value === 'string' ? parse(value) : null;
    return found === null ? refused(why, { field: field.key }) : fit(write(found));
  };
}

function line(field: Field, value: unknown): Fitted | Refusal {
  if (typeof value !== 'string') return refused('takes-text', { field: field.key });
  if (field.name === 'language' && !isLanguage(value)) return refused('takes-language', { field: field.key });
  return fit(wholeText(value));
}

function choice(field: Field, value: unknown): Fitted | Refusal {
  if (typeof value === 'string' && field.choices.includes(value)) return fit(value);
  return refused('takes-choice', { field: field.key, choices: field.choices.join(', ') });
}

/** Several of a closed list, each once. */
function choices(field: Field, value: unknown): Fitted | Refusal {
  const words = typeof value === 'string' ? [value] : value;
  const known = (word: unknown): boolean => typeof word === 'string' && field.choices.includes(word);
  if (!Array.isArray(words) || !words.every(known)) return refused('takes-choice', { field: field.key, choices: field.choices.join(', ') });
  return fit(words.length ? [...new Set(words)] : undefined);
}

function integer(field: Field, value: unknown): Fitted | Refusal {
  const found = numeral(value);
  return found !== null && Number.isInteger(found) ? within(field, found) : refused('takes-whole-number', { field: field.key });
}

function number(field: Field, value: unknown): Fitted | Refusal {
  const found = numeral(value);
  return found === null ? refused('takes-number', { field: field.key }) : within(field, found);
}

function share(field: Field, value: unknown): Fitted | Refusal {
  const found = typeof value === 'string' ? parseShare(value) : value;
  if (typeof found !== 'number' || !(found >= 0 && found <= 1)) return refused('takes-share', { field: field.key });
  return fit(Number(found.toFixed(8)));
}

/** A day that there is, as `2027-03-01`. */
function date(field: Field, value: unknown): Fitted | Refusal {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim()) : null;
  const day = match && new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  const text = match?.[0];
  return text && day && Number(match?.[1]) > 0 && day.toISOString().startsWith(text)
    ? fit(text)
    : refused('takes-date', { field: field.key });
}

function languages(field: Field, value: unknown): Fitted | Refusal {
  const tags = typeof value === 'string' ? value.split(/[\s,;]+/).filter(Boolean) : value;
  if (!Array.isArray(tags) || !tags.every(isLanguage)) return refused('takes-language', { field: field.key });
  return fit(tags.length ? [...new Set(tags)] : undefined);
}

/** Pairs of a word (one of ours, or the name of a check) and what is said there: a text, or pairs of a language and a text. */
function byWord(field: Field, value: unknown): Fitted | Refusal {
  const known = (word: unknown): boolean =>
    field.choices.length ? field.choices.includes(word as string) : typeof word === 'string' && /^[a-z0-9-]{1,80}$/.test(word);
  const text = (said: unknown): boolean =>
    typeof said === 'string' ||
    (Array.isArray(said) && said.every((pair) => Array.isArray(pair) && isLanguage(pair[0]) && typeof pair[1] === 'string'));
  if (!Array.isArray(value) || !value.every((pair) => Array.isArray(pair) && known(pair[0]) && text(pair[1]))) {
    return refused('takes-text', { field: field.key });
  }
  const said = value.filter((pair: unknown[]) => (pair[1] as string | unknown[]).length > 0);
  return fit(said.length ? said : undefined);
}

const FIT: Partial<Record<Field['shape'], (field: Field, value: unknown) => Fitted | Refusal>> = {
  line,
  ref: line,
  choice,
  choices,
  integer,
  number,
  share,
  date,
  languages,
  vocabulary: byWord,
  reasons: byWord,
  duration: spelt(parseDuration, durationText, 'takes-duration'),
  money: spelt(parseMoney, moneyText, 'takes-money'),
  target: spelt(parseTarget, targetText, 'takes-target'),
};

/** The value in the form the shared document holds; null and '' take it away. References must point at something that is there. */
export function fitted(document: BoardDocument, field: Field, value: unknown): Fitted | Refusal {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return field.required ? refused('required', { field: field.key }) : fit(undefined);
  }
  const check = FIT[field.shape];
  if (!check) return refused('no-such-field', { field: field.key });
  if (field.shape === 'ref' && !(typeof value === 'string' && document.pointsAt(value, field.collections))) {
    return refused('takes-references', { field: field.key });
  }
  return check(field, value);
}
