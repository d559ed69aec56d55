export { insertCopied } from '../../clipboard/insert-copied';
export { PastePreview } from '../entry/paste-preview';
export { readClipboard } from './copied-block';
export { isSingle } from './pasted-block';
export { needsDryRun, planCopied, planFill } from './plan-paste';
