/** Where a text occurs in the blueprint: in what people wrote on it, in the language shown. */

import { textFields, type BoardDocument, type Item } from '../document';
import { plain } from './parts/fuzzy';

export interface Match {
  address: string;
  field: string;
}

/** Every text that holds what is looked for, phase by phase, each step with its cards behind it. Capitals and accents do not matter. */
export function matches(document: BoardDocument, wanted: string): Match[] {
  const query = plain(wanted.trim());
  if (!query) return [];
  return readingOrder(document).flatMap((item) =>
    textFields(item.collection)
      .filter((field) => plain(item.text(field)).includes(query))
      .map((field) => ({ address: item.address, field })),
  );
}

function readingOrder(document: BoardDocument): Item[] {
  const cards = document.items('cards');
  return document
    .phases()
    .flatMap((phase) => [
      phase,
      ...document.stepsOf(phase.key).flatMap((step) => [step, ...cards.filter((card) => card.place[0] === step.key)]),
    ]);
}
