import { quarters } from '@/server/domain/periods/quarter';
import { type UnitKind, unitKinds } from '@/server/domain/units/unit-kind';
import { type QueueOnly, queueOnly } from '@/server/domain/workflow/queue-only';
import type { Queue, QueueFilter } from '@/server/queries/review-queue';
import type { AddressWords } from '../shell/list-address';

/** What of the queue is asked for. */
export type QueueAsked = { search: string } & Pick<QueueFilter, 'kind' | 'quarter' | 'only'>;

/** What the address of the queue says: what is looked for, and the page of each of its lists. */
export type QueueAddress = AddressWords & Record<'page' | 'exceptions' | 'practice' | 'practised', number>;

/** What it says here. */
export function queueAddress({
  asked: { search, kind, quarter, only },
  page,
  exceptionPage,
  practice,
}: Pick<Queue, 'page' | 'exceptionPage'> & { asked: QueueAsked; practice: Queue }): QueueAddress {
  return {
    // Of a quarter the first is one like the others, so it is a word.
    ...{ search, kind, quarter: quarter && String(quarter), only: only === 'all' ? null : only },
    page: page.page,
    exceptions: exceptionPage.page,
    practice: practice.page.page,
    practised: practice.exceptionPage.page,
  };
}

type Address = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; what makes no sense is left out. */
export function askedQueue({ kind, quarter, only }: Address): Pick<QueueFilter, 'kind' | 'quarter' | 'only'> {
  return {
    kind: unitKinds.find((one: UnitKind) => one === kind),
    quarter: quarters.find((one) => String(one) === quarter),
    only: queueOnly.find((one: QueueOnly) => one === only),
  };
}
