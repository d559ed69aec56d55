import { latePart } from '../../ui/late-part';

/** Reading and planning a paste: nobody pastes before the form stands. */
export const pasteKit = latePart(() => import('./paste-kit'));
