/** How long something takes. */

import type { Editing } from './editing';
import type { Done, Refusal } from './outcome';
import { setField } from './set-field';

export type TimePart = 'work' | 'wait' | 'standard' | 'tolerance' | 'basis';

/** Set a part of the time of a step or card, as people write it (`3 min`, `2 werkdagen`); null takes it away. */
export function setTime(editing: Editing, address: string, part: TimePart, text: string | null): Done | Refusal {
  return setField(editing, address, `time.${part}`, text);
}
