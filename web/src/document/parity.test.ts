import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  BoardDocument,
  durationText,
  moneyText,
  numberText,
  parseDuration,
  parseMoney,
  parseShare,
  parseTarget,
  plainOf,
  rankBetween,
  targetText,
  type CollectionName,
} from '.';
import raw from './fixture.raw?raw';
import { linesBetween, rowsOf } from './rows';

type Spelt = [text: string, value: unknown, written: string | null][];

interface Example {
  update: string;
  plain: unknown;
  order: Record<string, string[]>;
  rows: [string, string, string | null][];
  lines: [string, number][];
  flows: [string, string, string, string | null][];
  said: Record<string, string[]>;
  feels: [string | null, number, string | null][][];
}

interface RowCase {
  lanes: [string, string, string | null][];
  used: string[];
  shown: [boolean, boolean, boolean];
  rows: [string, string, string | null][];
  lines: [string, number][];
}

const fixture = JSON.parse(raw) as {
  examples: Record<string, Example>;
  quantities: Record<string, Spelt>;
  rows: RowCase[];
  ranks: [string | null, string | null, string][];
};

function opened(update: string): BoardDocument {
  const document = new BoardDocument();
  Y.applyUpdate(
    document.doc,
    Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)),
  );
  return document;
}

describe.each(Object.entries(fixture.examples))('the example %s', (_, example) => {
  const document = opened(example.update);

  test('holds what the server says it holds', () => {
    expect(plainOf(document)).toEqual(example.plain);
  });

  test.each(Object.keys(example.order))('has its %s in the same order', (collection) => {
    expect(document.items(collection as CollectionName).map((item) => item.key)).toEqual(example.order[collection]);
  });

  test('has the same rows and lines', () => {
    expect(document.rows().map(({ key, role, zone }) => [key, role, zone ?? null])).toEqual(example.rows);
    expect(document.lines().map(({ kind, below }) => [kind, below])).toEqual(example.lines);
  });

  test('has the same flows', () => {
    const flows = document.flows().map(({ source, target, kind, link }) => [source, target, kind, link?.key ?? null]);
    expect(flows.map(String).sort()).toEqual(example.flows.map(String).sort());
  });

  test('says the same in every language', () => {
    for (const [language, said] of Object.entries(example.said)) {
      expect(document.steps().map((step) => step.text('does', language))).toEqual(said);
    }
  });

  test('feels the same', () => {
    expect(document.steps().map((step) => step.feelings().map(({ persona, level, basis }) => [persona, level, basis ?? null]))).toEqual(
      example.feels,
    );
  });

  test('leaves nothing without a place', () => {
    expect(document.unplaced()).toEqual([]);
  });
});

test.each(fixture.rows)('rows of $lanes with cards in $used', ({ lanes, used, shown: [customer, emotion, time], rows, lines }) => {
  const declared = lanes.map(([key, role, zone]) => ({ key, role, declared: null, ...(zone && { zone }) }));
  const found = rowsOf(declared, new Set(used), { customer, emotion, time });
  expect(found.map(({ key, role, zone }) => [key, role, zone ?? null])).toEqual(rows);
  expect(linesBetween(found).map(({ kind, below }) => [kind, below])).toEqual(lines);
});

describe('quantities are read and written as the server does', () => {
  test.each(fixture.quantities.duration as Spelt)('the duration %j', (text, value, written) => {
    const found = parseDuration(text);
    expect(found && [found.amount, found.unit]).toEqual(value);
    expect(found && durationText(found)).toEqual(written);
  });

  test.each(fixture.quantities.money as Spelt)('the money %j', (text, value, written) => {
    const found = parseMoney(text);
    expect(found && [found.amount, found.currency]).toEqual(value);
    expect(found && moneyText(found)).toEqual(written);
  });

  test.each(fixture.quantities.share as Spelt)('the share %j', (text, value) => {
    expect(parseShare(text)).toEqual(value);
  });

  test.each(fixture.quantities.target as Spelt)('the target %j', (text, value, written) => {
    const found = parseTarget(text);
    expect(found && [found.comparator, found.amount, found.unit]).toEqual(value);
    expect(found && targetText(found)).toEqual(written);
  });

  test('numbers have no zeros behind them', () => {
    expect([0, 1, 1.5, 12.345678, 100, 1e15, 0.1 + 0.2].map(numberText)).toEqual([
      '0',
      '1',
      '1.5',
      '12.345678',
      '100',
      '1000000000000000',
      '0.3',
    ]);
  });
});

test('ranks are the same as on the server, wherever something is put', () => {
  for (const [low, high, rank] of fixture.ranks) expect(rankBetween(low, high)).toBe(rank);
});
