/** One document, open: live with the others, kept on this device, saved on the server. */

export { connect, type ConnectOptions } from './connect';
export { localSession, type LocalOptions } from './local';
export type { SavingWord } from './saving';
export { signIn, type SignedIn } from './sign-in';
export { bindText, type TextBinding } from './text.svelte';
export type { At, BoundFile, Person, Session } from './types';
