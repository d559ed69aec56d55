import { plural } from '@/server/domain/plural';
import type { Messages } from '../zh';

export const slipMarks: Messages['slipMarks'] = {
  waitingMark: (count) => `${count} correction ${plural(count, 'slip waits', 'slips wait')} for your signature`,
  fromForm: 'Write a correction…',
  inTrace: (year, number) => `incl. correction slip ${number} of ${year}`,
  restate: {
    act: 'Restate the opening…',
    title: 'Restate an opening',
    hint: 'An opening is what the period before closed with. If it has to differ, enter what is right and why: the review will list it, and the period before stays as it is.',
    carried: (value) => `carried in: ${value}`,
    value: 'The right opening',
    reason: 'Reason',
    reasonHint: 'Name the cause and what shows it, at least 6 characters.',
    save: 'Save the restatement',
    again: 'Change the restatement…',
    withdraw: 'Withdraw the restatement',
    cell: 'Restated opening',
    listTitle: 'Restated openings',
    line: (was, is) => `carried in ${was} → restated as ${is}`,
    further: (count) => `${count} restatements in all, listed below the table`,
    inReport: (organ, was, is, reason) => `Opening restated: ${organ}, from ${was ?? '(not known)'} to ${is}. Reason: ${reason}`,
    unknown: '(not known)',
  },
};
