import type { Overlay } from '@/server/domain/checks';
import type { ReportKey } from '@/server/domain/subject';
import { type AddedUp, addUpReports } from '@/server/views/going-round';
import { asLoaded, type Job } from '../job';

/** What reports that go round would be signed under, where what is kept of them is out of date. */
export const reportsAddedUp: Job<{ keys: readonly ReportKey[]; overlay: Overlay | null }, Map<string, AddedUp>, Map<string, AddedUp>> = {
  lane: 'page',
  load: (reader, { keys, overlay }) => addUpReports(reader, keys, overlay),
  make: asLoaded,
};
