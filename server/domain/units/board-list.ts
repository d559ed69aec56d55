import { filingStatuses } from '../workflow/filing-status';

/** `unfinished`: something of an open quarter is not approved. `overdue`: something is neither submitted nor in time. Or one stored state. */
export const boardShows = ['all', 'unfinished', 'overdue', ...filingStatuses] as const;
export type BoardShow = (typeof boardShows)[number];

/** The office's list, or what is late, returned and unfinished first. */
export const boardOrders = ['list', 'risk'] as const;
export type BoardOrder = (typeof boardOrders)[number];
