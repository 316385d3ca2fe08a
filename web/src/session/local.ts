/** A document without a server: for tests, stories and trying things out. */

import * as Y from 'yjs';
import { Keeping } from './keeping';
import { LiveSession } from './live';

export interface LocalOptions {
  doc?: Y.Doc;
  id?: string;
  name?: string;
  may?: 'edit' | 'view';
}

/** A session that is always saved, since there is nothing to save to. */
export function localSession({ doc = new Y.Doc(), id = 'local', name = '', may = 'edit' }: LocalOptions = {}): LiveSession {
  const keeping = new Keeping();
  keeping.tell({ type: 'opening' });
  keeping.tell({ type: 'hello', may });
  keeping.tell({ type: 'joined' });
  return new LiveSession(id, doc, keeping, name);
}
