/** A new link. */

import { newKey, splitAddress } from '../document';
import { attempt } from './attempt';
import type { Editing } from './editing';
import { refused, type Made, type Refusal } from './outcome';
import { rankFor } from './placing';
import { wished, type Fields } from './wishes';

export interface NewLink {
  /** Addresses of steps or cards. */
  source: string;
  target: string;
  kind?: string;
  fields?: Fields;
}

/** Draw a link from a step or card to another; refused when an end is not there or the same link is. */
export function addLink(editing: Editing, { source, target, kind, fields }: NewLink): Made | Refusal {
  const { document } = editing;
  for (const end of [source, target]) {
    if (!['steps', 'cards'].includes(splitAddress(end)[0]) || !document.at(end)) return refused('no-such-element');
  }
  const wish = wished(document, 'links', { kind, ...fields });
  if (!wish.ok) return wish;
  const twin = document.linksFrom(source).some((link) => {
    const same = link.place[1] === target && link.value('kind') === wish.values.kind && link.value('share') === wish.values.share;
    return same && link.text('when') === (wish.texts.when ?? '');
  });
  if (twin) return refused('link-is-there');
  return attempt(editing, 'add-link', (write) => {
    const rank = rankFor(write, document.linksFrom(source), {});
    const { key } = write.create('links', newKey(), [source, target, rank], wish.values, wish.texts);
    return { ok: true, key };
  });
}
