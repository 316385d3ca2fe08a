/** Quantities: a value with its unit. Time, money, shares and targets; the same grammar as `footlights.model.quantity`. */

import { SECONDS, type Unit } from '../generated/model';

/** A length of time in the unit its author chose. */
export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
}

/** An amount in major units (euros, not cents) of a currency (ISO 4217 code). */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** What an agreement asks: a comparator, an amount and, where it has one, a unit. */
export interface Target {
  readonly comparator: string;
  readonly amount: number;
  readonly unit: string;
}

const UNIT_WORDS: Record<Unit, string> = {
  s: 's,sec,secs,second,seconds,seconde,seconden,segundo,segundos,seg',
  min: 'min,mins,minute,minutes,minuut,minuten,minuto,minutos,m',
  h: 'h,hr,hrs,hour,hours,u,uur,uren,hora,horas',
  d: 'd,day,days,dag,dagen,día,días,dia,dias',
  wd: 'wd,working day,working days,workday,workdays,business day,business days,werkdag,werkdagen,día laborable,días laborables,día hábil,días hábiles',
  w: 'w,wk,week,weeks,weken,semana,semanas',
  mo: 'mo,month,months,maand,maanden,mes,meses',
  y: 'y,year,years,jaar,jaren,año,años',
};
const UNITS = new Map(
  Object.entries(UNIT_WORDS).flatMap(([unit, words]) => words.split(',').map((word): [string, Unit] => [word, unit as Unit])),
);
const WRITTEN: Record<Unit, string> = { s: 's', min: 'min', h: 'h', d: 'days', wd: 'working days', w: 'weeks', mo: 'months', y: 'years' };
const ONE: Partial<Record<Unit, string>> = { d: 'day', wd: 'working day', w: 'week', mo: 'month', y: 'year' };

const PART = /^(\d{1,12}(?:[.,]\d{1,6})?)\s*([\p{L}\p{Nl}\p{No}]\P{Nd}{0,20})/u;
const MONEY = /^(?:([€$£¥])\s*|([A-Z]{3})\s+)?(\d{1,15}(?:[.,]\d{1,4})?)\s*(?:([€$£¥])|([A-Z]{3}))?$/;
const SHARE = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*%$/;
const TARGET = /^(<=|>=|≤|≥|<|>|=)?\s*([+-]?\d{1,15}(?:[.,]\d{1,6})?)\s*(\S[^\n]{0,29})?$/u;
const SYMBOLS: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** A number as people write it: no `.0`, no exponent, at most six decimals. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
}

/** The duration that `3 min`, `1 h 30 min` or `5 working days` spells, a compound one in its smallest unit; null when none. */
export function parseDuration(text: string): Duration | null {
  let rest = text.trim().toLowerCase().split(/\s+/u).join(' ');
  const parts: Duration[] = [];
  while (rest) {
    const match = PART.exec(rest);
    const unit = match && UNITS.get((match[2] as string).replace(/^[ .,]+|[ .,]+$/g, ''));
    if (!match || !unit) return null;
    parts.push({ amount: numberOf(match[1] as string), unit });
    rest = rest.slice(match[0].length).trim();
  }
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  const { unit } = parts.reduce((small, part) => (SECONDS[part.unit] < SECONDS[small.unit] ? part : small));
  return { amount: rounded(parts.reduce((sum, part) => sum + seconds(part), 0) / SECONDS[unit], 6), unit };
}

export function seconds(duration: Duration): number {
  return duration.amount * SECONDS[duration.unit];
}

export function durationText({ amount, unit }: Duration): string {
  return `${numberText(amount)} ${(amount === 1 && ONE[unit]) || WRITTEN[unit]}`;
}

/** The amount that `12.50 EUR`, `EUR 12.50` or `€ 12,50` spells; null when it spells none. */
export function parseMoney(text: string): Money | null {
  const match = MONEY.exec(text.trim());
  if (!match) return null;
  const marks = [match[1], match[2], match[4], match[5]].filter((mark) => mark !== undefined);
  const [mark] = marks;
  if (marks.length !== 1 || mark === undefined) return null;
  return { amount: numberOf(match[3] as string), currency: SYMBOLS[mark] ?? mark };
}

export function moneyText({ amount, currency }: Money): string {
  return `${numberText(amount)} ${currency}`;
}

/** The share, 0 to 1, that `60 %` spells; null when it spells none or is over 100 %. */
export function parseShare(text: string): number | null {
  const match = SHARE.exec(text.trim());
  const share = match ? numberOf(match[1] as string) : 101;
  return share > 100 ? null : rounded(share / 100, 8);
}

export function shareText(share: number): string {
  return `${numberText(rounded(share * 100, 6))} %`;
}

/** The target that `<= 30 s`, `>= 70` or `95 %` spells (no comparator means =); null when it spells none. */
export function parseTarget(text: string): Target | null {
  const match = TARGET.exec(text.trim());
  if (!match) return null;
  const sign = match[1] ?? '=';
  const comparator = sign === '≤' ? '<=' : sign === '≥' ? '>=' : sign;
  return { comparator, amount: numberOf(match[2] as string), unit: (match[3] ?? '').trim() };
}

export function targetText({ comparator, amount, unit }: Target): string {
  return `${comparator} ${numberText(amount)}${unit === '' || unit === '%' ? '' : ' '}${unit}`;
}
