import { readWorkbookFile, type WorkbookReading } from '@/server/imports/workbook/read-workbook';
import type { Job } from '../job';

/** A workbook from outside. It is read where nobody else is served, and where what takes too long, or too much, ends by itself. */
export const readWorkbook: Job<{ bytes: Uint8Array }, null, WorkbookReading> = {
  lane: 'page',
  // One of ours takes a tenth of a second.
  patienceMs: 15_000,
  load: async () => null,
  make: (_, { bytes }) => readWorkbookFile(bytes),
};
