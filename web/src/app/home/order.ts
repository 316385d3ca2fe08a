/** The examples that greet people, before all others. */
const FIRST = ['it-incident', 'groceries-by-app', 'passport'];

/** The examples with the three that greet people first; the rest as they come. */
export function inOrder<T extends { name: string }>(examples: readonly T[]): T[] {
  const place = ({ name }: T): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...examples].sort((one, two) => place(one) - place(two));
}
