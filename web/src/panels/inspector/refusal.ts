/** Why an edit was not made, in a sentence that says what to do. */

import type { Refusal } from '../../edits';
import { named } from '../../generated/named';

const messages = named as unknown as Readonly<Record<string, ((facts: Readonly<Record<string, string | number>>) => string) | undefined>>;

/** The sentence for a refusal. */
export function refusal({ why, facts }: Pick<Refusal, 'why' | 'facts'>): string {
  return messages[`edit_${why.replaceAll('-', '_')}`]?.(facts) ?? named.edit_refused();
}
