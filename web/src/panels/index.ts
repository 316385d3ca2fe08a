/** The panels: what stands beside and above the board. */

export { Desk, putDesk, useDesk, type Overlay, type Sheet } from './desk.svelte';
export { default as Find } from './Find.svelte';
export { default as Keys } from './Keys.svelte';
export { default as LiveText } from './inspector/LiveText.svelte';
export { default as People } from './People.svelte';
export { default as SheetPanel } from './SheetPanel.svelte';
export { default as StateWord } from './StateWord.svelte';
export { ago, exactly } from './parts/ago';
export { nameOfWho } from './parts/file-words';
export { default as Combo } from './parts/Combo.svelte';
export { default as Dialog } from './parts/Dialog.svelte';
export { default as Later } from './parts/Later.svelte';
export { default as Menu } from './parts/Menu.svelte';
export { default as Popover } from './parts/Popover.svelte';
export { default as Toasts } from './parts/Toasts.svelte';
export { toasts } from './parts/toasts.svelte';
export { languageName } from './inspector/fields/values';
export { nameAt, rowName, shortName } from './inspector/names';
export { collectionLabel } from './inspector/words';
export { refusal } from './inspector/refusal';
export { helps } from './inspector/helps.svelte';
export type { Entry } from './entries';
export { choicesFor } from './inspector/names';
export type * from './server';

export { later } from './later';
