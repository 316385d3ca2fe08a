import { expect, test } from 'vitest';
import { setText } from '../edits';
import { matches } from './find';
import { trial } from './testing';

test('texts are found in reading order: phase, step, its cards, the next step', () => {
  const { desk, keys } = trial();
  setText(desk.editing, `steps/${keys.second}`, 'thinks', 'Who answers this?');
  setText(desk.editing, `steps/${keys.step}`, 'expects', 'An ANSWER at once');
  expect(matches(desk.document, 'answer')).toEqual([
    { address: `steps/${keys.step}`, field: 'expects' },
    { address: `cards/${keys.card}`, field: 'does' },
    { address: `steps/${keys.second}`, field: 'thinks' },
  ]);
});

test('accents do not matter, and nothing typed finds nothing', () => {
  const { desk, keys } = trial();
  setText(desk.editing, `phases/${keys.phase}`, 'need', 'Eén antwoord');
  expect(matches(desk.document, 'een')).toEqual([{ address: `phases/${keys.phase}`, field: 'need' }]);
  expect(matches(desk.document, '  ')).toEqual([]);
});
