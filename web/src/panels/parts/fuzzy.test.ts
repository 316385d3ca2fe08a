import { expect, test } from 'vitest';
import { fit, found } from './fuzzy';

const LABELS = ['Insert a step before', 'Insert a step after', 'Export', 'Zoom to fit', 'Añadir un paso', 'Fase één'];
const best = (wanted: string): string[] => found(wanted, LABELS, (label) => label);

test('nothing typed keeps everything in its order', () => {
  expect(best('  ')).toEqual(LABELS);
});

test('beginnings come first, then words, then scattered letters', () => {
  expect(best('ex')[0]).toBe('Export');
  expect(best('fit')).toEqual(['Zoom to fit']);
  expect(best('step af')).toEqual(['Insert a step after']);
  expect(best('isb')[0]).toBe('Insert a step before');
});

test('accents and capitals are alike', () => {
  expect(best('anadir')).toEqual(['Añadir un paso']);
  expect(best('EEN')).toEqual(['Fase één']);
});

test('letters strewn over a sentence are no match', () => {
  expect(fit('otf', 'Who lets the front of it fall')).toBeNull();
  expect(fit('zzz', 'Zoom')).toBeNull();
});
