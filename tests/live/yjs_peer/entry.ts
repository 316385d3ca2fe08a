// What the peer is made of: the editor's own document and edits.
export * as Y from 'yjs';
export * as model from '../../../web/src/document';
export * as edits from '../../../web/src/edits';
