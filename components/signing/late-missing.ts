import { latePart } from '../ui/late-part';

/** Who signs seldom asks for every unit that is missing; what asks the server for them weighs more than the rest of the panel. */
export const missingKit = latePart(() => import('./rest-missing'));
