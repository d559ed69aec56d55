export { byAccount, bySource, byUnknownSource, type GuessCount, type GuessRule, heldUntil, withOneMore } from './hold-off';
export { secondsUntil, waitInWords } from './wait-in-words';
