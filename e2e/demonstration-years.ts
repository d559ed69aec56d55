import { yearPlayed } from '@/db/seed/year-played';

/** The demonstration's year that is finished and published. */
export const publishedYear = yearPlayed(new Date()) - 1;
