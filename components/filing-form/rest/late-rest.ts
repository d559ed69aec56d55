import { latePart } from '../../ui/late-part';

/** What filling the rest would write, and the dialog that shows it: it needs the rules' balances, which come after the form. */
export const restKit = latePart(() => import('./rest-preview'));
