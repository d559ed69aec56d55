export { insertCopied } from '../../clipboard/insert-copied';
export { PastePreview } from '../entry/paste-preview';
export { readClipboard } from './copied-block';
export { fillApart, pasteAct } from './paste-act';
