/** Whether something stands already where it is wished. */

import type { Item } from '../document';
import { placeAmong, type Wish } from './placing';

/** Whether an element stands among its siblings (itself among them) as wished. */
export function standsSo(siblings: readonly Item[], item: Item, wish: Wish): boolean {
  const at = siblings.indexOf(item);
  if (at < 0) return false;
  const others = siblings.filter((each) => each !== item);
  return placeAmong(others, wish) === at;
}
