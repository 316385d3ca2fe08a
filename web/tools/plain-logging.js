// Yjs says a few things to the console through a library that can also paint there, in a page, or in a terminal, and that brings
// nine kilobytes for it. In the build these words go to the console as they are.
const painted = (part) => typeof part === 'string';

export const print = (...parts) => console.log(...parts.filter(painted));
export const warn = (...parts) => console.warn(...parts.filter(painted));
export const [ORANGE, RED, BOLD, UNBOLD] = [0, 1, 2, 3];
