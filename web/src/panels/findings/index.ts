/** The findings: what the checks found, and what is done about it. Fetched when the first screen stands. */

export { Findings } from './findings.svelte';
export { words } from './words.svelte';
