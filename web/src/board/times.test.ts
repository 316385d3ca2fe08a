import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { BoardDocument } from '../document';
import examples from '../document/fixture.raw?raw';
import { fromValues } from '../document/sample';
import { pathTime } from './times';
import raw from './times.raw?raw';

type Figure = number | null;

interface Told {
  total: Figure;
  customer: Figure;
  company: Figure;
  path: string[];
  unknown: number;
  stations: [step: string, work: Figure, wait: Figure, standard: Figure, tolerance: Figure, basis: string | null][];
}

const fixture = JSON.parse(raw) as {
  examples: Record<string, Told>;
  cases: { name: string; values: Parameters<typeof fromValues>[0]; times: Told }[];
};
const updates = (JSON.parse(examples) as { examples: Record<string, { update: string }> }).examples;

function told(document: BoardDocument): Told {
  const { stations, ...found } = pathTime(document);
  return {
    ...found,
    path: [...found.path],
    stations: stations.map(({ step, work, wait, standard, tolerance, basis }) => [step.key, work, wait, standard, tolerance, basis]),
  };
}

describe('the editor and the server work out the same times', () => {
  test.each(Object.entries(fixture.examples))('of the example %s', (name, times) => {
    const doc = new Y.Doc();
    const update = updates[name]?.update ?? '';
    Y.applyUpdate(
      doc,
      Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)),
    );
    expect(times.stations.length).toBeGreaterThan(0);
    expect(told(new BoardDocument(doc))).toEqual(times);
  });

  test.each(fixture.cases)('$name', ({ values, times }) => {
    expect(told(new BoardDocument(fromValues(values)))).toEqual(times);
  });
});
