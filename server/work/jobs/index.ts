import { filingCheckFile } from './filing-check-file';
import { pressedFace } from './pressed-face';
import { reportCheckFile } from './report-check-file';
import { reportCompare } from './report-compare';
import { reportFace } from './report-face';
import { reportPage } from './report-page';
import { reportStanding } from './report-standing';
import { reportToFreezeJob } from './report-to-freeze';
import { trendsFile, unitTrendsFile } from './trends-file';

/** Everything a thread can be asked to do. */
export const jobs = {
  'report-face': reportFace,
  'pressed-face': pressedFace,
  'report-check-file': reportCheckFile,
  'filing-check-file': filingCheckFile,
  'report-page': reportPage,
  'report-compare': reportCompare,
  'report-standing': reportStanding,
  'report-to-freeze': reportToFreezeJob,
  'trends-file': trendsFile,
  'unit-trends-file': unitTrendsFile,
};

export type JobName = keyof typeof jobs;
export type InputOf<N extends JobName> = Parameters<(typeof jobs)[N]['load']>[1];
export type OutputOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]['make']>>;
