import { latePart } from '../../ui/late-part';

/** Most who open a report never look at its picture: it comes with the first look. */
export const digestKit = latePart(() => import('./shown-digest'));
