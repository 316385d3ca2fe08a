/** The smallest change that makes one text into another, in whole characters. */

import type * as Y from 'yjs';

/** At `index`, take `remove` units away and put `insert` there. Units are UTF-16, as in Yjs and in the browser. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without halves of characters: they can't be written down anywhere. */
export function wholeText(text: string): string {
  return text.replace(HALVES, '\ufffd');
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}

/**
 * The one splice that makes `before` into `after`; null when they are equal. `caret` says where typing ended in `after`: among
 * equal letters it tells which of them is new.
 */
export function spliceBetween(before: string, after: string, caret: number = after.length): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let end = 0;
  const most = Math.min(shorter, Math.max(0, after.length - caret));
  while (end < most && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  let start = 0;
  while (start < shorter - end && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHigh(before, start - 1) && (isLow(before, start) || isLow(after, start))) start -= 1;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  if (end > 0 && isLow(after, after.length - end) && (isHigh(before, before.length - end - 1) || isHigh(after, after.length - end - 1)))
    end -= 1;
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Make a shared text say `text`, touching only what differs; says what was done. */
export function replaceText(ytext: Y.Text, text: string, caret?: number): Splice | null {
  const whole = wholeText(text);
  const splice = spliceBetween(ytext.toString(), whole, caret);
  if (!splice) return null;
  if (splice.remove) ytext.delete(splice.index, splice.remove);
  if (splice.insert) ytext.insert(splice.index, splice.insert);
  return splice;
}
