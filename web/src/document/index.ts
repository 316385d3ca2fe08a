/** The shared document: what is on the board, live. */

export { BoardDocument } from './board';
export type { Flow } from './flows';
export { Item, type Key } from './item';
export { addressOf, newKey, splitAddress } from './keys';
export { compareRanked, compareText } from './order';
export { plainOf } from './plain';
export {
  durationText,
  moneyText,
  numberText,
  parseDuration,
  parseMoney,
  parseShare,
  parseTarget,
  seconds,
  shareText,
  targetText,
  type Duration,
  type Money,
  type Target,
} from './quantities';
export { isRank, rankBetween, ranksBetween } from './ranks';
export { keysOf, type Feeling, type Scalar } from './reading';
export { linesBetween, type BoardLine, type Row } from './rows';
export {
  COLLECTION_NAMES,
  fieldNamed,
  fieldsOf,
  isCollection,
  isLanguage,
  nameOf,
  textFields,
  titleField,
  wordFor,
  type Kind,
} from './shapes';
export type { CollectionName } from '../generated/model';
