/** What keys and pointer do on the board. */

export { COMMANDS, type Command, type Group } from './commands';
export { keyOf } from './keyboard';
