/** Between what is stored and what is shown: shares as percentages, numbers with the reader's own comma, units in their words. */

import { parseDuration, parseShare, shareText, type Scalar } from '../../../document';
import { unitWords } from '../../../generated/craft';
import { ICONS } from '../../../generated/icons';
import { LANGUAGES, type Field } from '../../../generated/model';
import { getLocale } from '../../../generated/paraglide/runtime.js';

const decimal = (value: number): string =>
  new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 6, useGrouping: false }).format(value);

/** A stored value as its reader would write it. */
export function shownValue(field: Pick<Field, 'shape'>, value: Scalar): string {
  if (field.shape === 'share' && typeof value === 'number') return shareText(value).replace('.', decimal(1.5)[1]!);
  if (typeof value === 'number') return decimal(value);
  if (field.shape === 'duration') {
    const duration = parseDuration(String(value));
    if (duration) return `${decimal(duration.amount)} ${unitName(duration.unit, duration.amount)}`;
  }
  return String(value);
}

/** “1 dag”, “2 dagen”: units whose word changes with the number are written by the language's own rules. */
function unitName(unit: string, amount: number): string {
  const known: Record<string, string> = { d: 'day', w: 'week', mo: 'month', y: 'year' };
  const name = known[unit];
  if (!name) return (unitWords as Readonly<Record<string, () => string>>)[unit]?.() ?? unit;
  const parts = new Intl.NumberFormat(getLocale(), { style: 'unit', unit: name, unitDisplay: 'long' }).formatToParts(amount);
  return parts.find((part) => part.type === 'unit')?.value ?? unit;
}

/** What is to be stored for what was typed; null for nothing. A share may be typed without its sign, a number with a comma. */
export function typedValue(field: Pick<Field, 'shape'>, typed: string): string | number | null {
  const text = typed.trim();
  if (text === '') return null;
  if (field.shape === 'share') return parseShare(/%$/.test(text) ? text : `${text} %`) ?? text;
  if (field.shape === 'number' || field.shape === 'integer') {
    const value = Number(text.replace(',', '.'));
    return Number.isFinite(value) ? value : text;
  }
  return text;
}

/** A language by its name in the reader's language: `es` is “Spaans”. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What may well be meant in a free field: the icons there are, the languages we speak. */
export function suggestionsFor(owner: string, field: Pick<Field, 'name'>): readonly string[] {
  if (owner === 'channels' && field.name === 'icon') return Object.keys(ICONS);
  if (owner === 'head' && field.name === 'language') return LANGUAGES;
  return [];
}
