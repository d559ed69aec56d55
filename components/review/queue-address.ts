import type { Queue } from '@/server/queries/review-queue';

/** What the address of the queue says: words that are looked for, and the page of each of its lists. */
export type QueueAddress = Record<'search', string> & Record<'page' | 'exceptions' | 'practice' | 'practised', number>;

/** What it says here. */
export function queueAddress({
  search,
  page,
  exceptionPage,
  practice,
}: Pick<Queue, 'page' | 'exceptionPage'> & { search: string; practice: Queue }): QueueAddress {
  return {
    search,
    page: page.page,
    exceptions: exceptionPage.page,
    practice: practice.page.page,
    practised: practice.exceptionPage.page,
  };
}
