import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoardDocument } from '../document';
import { fromValues, sampleDoc } from '../document/sample';
import { ROLES } from '../generated/model';
import { columnsOf, FOLDED_WIDTH, holdsCards, isAbove, rowsIn, stepWidth, type Column, type Looks, type Zoom } from './layout';
import { rank } from './testing';

const LOOKS: Looks = { zoom: 'normal', narrow: false, folded: new Set(), open: true };
const sample = new BoardDocument(sampleDoc());

function columns(looks: Partial<Looks> = {}, document = sample): Column[] {
  return columnsOf(document, { ...LOOKS, ...looks });
}

/** Phases with this many steps each. */
function phased(counts: readonly number[]): BoardDocument {
  return new BoardDocument(
    fromValues({
      phases: Object.fromEntries(counts.map((_, at) => [`p${at}`, { pos: [rank(at)] }])),
      steps: Object.fromEntries(
        counts.flatMap((count, phase) =>
          Array.from({ length: count }, (_, at) => [`p${phase}s${at}`, { pos: [`p${phase}`, rank(at)] }] as const),
        ),
      ),
    }),
  );
}

describe('columns', () => {
  test('are the steps in order, numbered, and at the end the place where the next one begins', () => {
    expect(columns().map(({ key, kind, number }) => [key, kind, number])).toEqual([
      ['notices', 'step', 1],
      ['calls', 'step', 2],
      ['waits', 'step', 3],
      ['works', 'step', 4],
      ['next', 'next', 0],
    ]);
  });

  test('who may only look has no place for a next step', () => {
    expect(columns({ open: false }).map(({ kind }) => kind)).toEqual(['step', 'step', 'step', 'step']);
  });

  test('a folded phase is one narrow column, and its steps keep their numbers', () => {
    const [folded, ...rest] = columns({ folded: new Set(['report']) });
    expect(folded).toMatchObject({ key: 'folded:report', kind: 'folded', step: null, holds: 2, width: FOLDED_WIDTH });
    expect(rest.map(({ number }) => number)).toEqual([3, 4, 0]);
  });

  test('a phase without steps has a place for its first', () => {
    expect(columns({}, phased([1, 0, 1])).map(({ key, kind, number }) => [key, kind, number])).toEqual([
      ['p0s0', 'step', 1],
      ['empty:p1', 'empty', 0],
      ['p2s0', 'step', 2],
      ['next', 'next', 0],
    ]);
  });

  test('on an empty board the first place is wider than the next one is later', () => {
    const [first] = columns({}, new BoardDocument());
    const last = columns().at(-1);
    expect(first?.kind).toBe('next');
    expect(first?.width).toBeGreaterThan(last?.width ?? Infinity);
  });

  test('are wider the closer one looks, and narrower in a narrow window', () => {
    const zooms: Zoom[] = ['overview', 'normal', 'detail'];
    for (const narrow of [false, true]) {
      const widths = zooms.map((zoom) => stepWidth(zoom, narrow));
      expect(widths).toEqual([...widths].sort((one, two) => one - two));
    }
    for (const zoom of zooms) {
      expect(stepWidth(zoom, true)).toBeLessThan(stepWidth(zoom, false));
      expect(columns({ zoom, narrow: true })[0]?.width).toBe(stepWidth(zoom, true));
    }
  });

  test('stand one behind the other whatever is folded, each step in one place only', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ steps: fc.integer({ min: 0, max: 4 }), folded: fc.boolean() }), { maxLength: 5 }),
        fc.constantFrom<Zoom>('overview', 'normal', 'detail'),
        fc.boolean(),
        fc.boolean(),
        (phases, zoom, narrow, open) => {
          const document = phased(phases.map(({ steps }) => steps));
          const folded = new Set(phases.flatMap((phase, at) => (phase.folded ? [`p${at}`] : [])));
          const found = columnsOf(document, { zoom, narrow, folded, open });
          let x = 0;
          for (const column of found) {
            expect(column.x).toBe(x);
            expect(column.width).toBeGreaterThan(0);
            x += column.width;
          }
          const numbers = document.steps().map(({ key }) => key);
          for (const { step, number } of found) if (step) expect(numbers[number - 1]).toBe(step.key);
          const hidden = found.reduce((sum, { holds }) => sum + holds, 0);
          expect(found.filter(({ kind }) => kind === 'step').length + hidden).toBe(numbers.length);
          expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
          expect(found.filter(({ kind }) => kind === 'next')).toHaveLength(open ? 1 : 0);
          expect(new Set(found.flatMap(({ phase }) => phase?.key ?? [])).size).toBe(phases.length);
        },
      ),
    );
  });
});

describe('rows', () => {
  const keysIn = (view: 'blueprint' | 'journey' | 'table', open = true, document = sample): string[] =>
    rowsIn(document, view, open).map(({ key }) => key);

  test('offer what is not in use yet, in its place', () => {
    expect(keysIn('blueprint')).toEqual(['evidence', 'customer', 'emotion', 'frontstage', 'second', 'support', 'time']);
    expect(keysIn('blueprint', true, new BoardDocument())).toEqual([
      'evidence',
      'customer',
      'emotion',
      'frontstage',
      'backstage',
      'support',
      'time',
    ]);
  });

  test('a journey has those the customer sees', () => {
    expect(keysIn('journey')).toEqual(['evidence', 'customer', 'emotion']);
  });

  test('who may only look sees those in use', () => {
    expect(keysIn('blueprint', false, new BoardDocument())).toEqual([]);
    expect(keysIn('journey', false, phased([1]))).toEqual(['customer']);
    expect(keysIn('table', true, phased([1]))).toEqual(['customer']);
  });

  test('those in use keep the order of the document, whatever is offered between them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROLES), { maxLength: 8 }), (roles) => {
        const lanes = Object.fromEntries(roles.map((role, at) => [`l${at}`, { pos: [rank(at)], role }]));
        const document = new BoardDocument(fromValues({ lanes }));
        const found = rowsIn(document, 'blueprint', true);
        const own = document.rows().map(({ key }) => key);
        expect(found.map(({ key }) => key).filter((key) => own.includes(key))).toEqual(own);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        for (const role of roles) expect(found.filter((row) => row.role === role && !row.declared)).toEqual([]);
        const places = found.map(({ role }) => ROLES.indexOf(role as (typeof ROLES)[number]));
        expect(places).toEqual([...places].sort((one, two) => one - two));
      }),
    );
  });

  test('feelings and times hold no cards; the customer stands above the line', () => {
    const rows = rowsIn(sample, 'blueprint', true);
    expect(rows.filter((row) => !holdsCards(row)).map(({ role }) => role)).toEqual(['emotion', 'time']);
    expect(rows.filter(isAbove).map(({ role }) => role)).toEqual(['evidence', 'customer', 'emotion']);
  });
});
