import { filingCheckFile } from './filing-check-file';
import { reportCheckFile } from './report-check-file';
import { reportFace } from './report-face';
import { reportPage } from './report-page';
import { reportStanding } from './report-standing';
import { reportToFreezeJob } from './report-to-freeze';

/** Everything a thread can be asked to do. */
export const jobs = {
  'report-face': reportFace,
  'report-check-file': reportCheckFile,
  'filing-check-file': filingCheckFile,
  'report-page': reportPage,
  'report-standing': reportStanding,
  'report-to-freeze': reportToFreezeJob,
};

export type JobName = keyof typeof jobs;
export type InputOf<N extends JobName> = Parameters<(typeof jobs)[N]['load']>[1];
export type OutputOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]['make']>>;
