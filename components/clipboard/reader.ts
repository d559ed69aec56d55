export { copiedLines } from './copied-lines';
export { copiedText, insertCopied } from './insert-copied';
