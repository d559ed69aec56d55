import { findFilings, type KeptFindings, listUnkeptFindings } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { rulesOf } from '@/server/views/going-round';
import { readSubmissionFindings } from '@/server/views/submission-findings';
import { asLoaded, type Job } from '../job';

/** What the rules of now find in some of the submissions of which nothing of now is kept. */
export const findingsAnew: Job<{ overlay: Overlay | null; max: number }, readonly KeptFindings[], readonly KeptFindings[]> = {
  lane: 'file',
  async load(reader, { overlay, max }) {
    const ids = await listUnkeptFindings(reader, rulesOf(overlay), max);
    const filings = await findFilings(reader, ids);
    return (await readSubmissionFindings(reader, [...filings.values()], overlay)).anew;
  },
  make: asLoaded,
};
