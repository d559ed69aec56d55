import type { StaticImageData } from 'next/image';
import board from '@/docs/screens/board.png';
import form from '@/docs/screens/filing-form.png';
import submission from '@/docs/screens/review-submission.png';
import type { Guide } from './help-places';

/** Pictures that `npm run looks` has taken; the build serves them from where they are. */
export const pictures: Partial<Record<Guide, StaticImageData>> = { clerk: form, reviewer: submission, admin: board };
