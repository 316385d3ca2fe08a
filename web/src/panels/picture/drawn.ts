/** A picture from the server, as a part of this page. */

import type { BoardDocument, Item } from '../../document';
import type { CollectionName } from '../../generated/model';

const SVG = 'http://www.w3.org/2000/svg';

/** The picture in a text; it brings no fonts (the page has them). Throws when it is no picture. */
export function drawnFrom(text: string): SVGSVGElement {
  const bare = text.replace(/<style>[^<]*<\/style>/, ''); // before it is read: the page's policy refuses styles in it
  const read = new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement;
  if (read.namespaceURI !== SVG || read.localName !== 'svg') throw new TypeError('no picture');
  for (const part of read.querySelectorAll('style, script, foreignObject')) part.remove();
  return document.importNode(read, true) as unknown as SVGSVGElement;
}

/** The element of the document that is drawn where somebody pointed. */
export function elementAt(target: EventTarget | null, document: BoardDocument): Item | undefined {
  const address = target instanceof Element ? target.closest('[data-address]')?.getAttribute('data-address') : undefined;
  const [collection, id] = address?.split('/', 2) ?? [];
  if (!collection || !id || !['phases', 'steps', 'cards'].includes(collection)) return undefined;
  return document.items(collection as CollectionName).find((item) => item.id === id);
}
