import { latePart } from '../ui/late-part';

/** Wanted only at an act, so they come after the form. */
export const askDialog = latePart(() => import('./ask-dialog'));
export const extendDialog = latePart(() => import('./extend-dialog'));
