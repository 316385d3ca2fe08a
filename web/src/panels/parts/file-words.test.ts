import { expect, test } from 'vitest';
import { fileWords, nameOfWho } from './file-words';

test('of a file with which all is well nothing is said', () => {
  expect([fileWords(null), fileWords({ state: 'ok' })]).toEqual([null, null]);
});

test('a fault without words of its own is said with its place', () => {
  expect(fileWords({ state: 'unreadable', why: 'faulty', where: 'a.blueprint.yaml' })?.about).toContain('a.blueprint.yaml');
});

test('who changed a file from outside is told in the reader’s words, and people by their name', () => {
  expect(nameOfWho('The file, changed outside')).toBe('Another program, in the file');
  expect([nameOfWho('Noor'), nameOfWho('')]).toEqual(['Noor', '']);
});
