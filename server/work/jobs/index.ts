import { eventsFile } from './events-file';
import { filingCheckFile } from './filing-check-file';
import { findingsAnew } from './findings-anew';
import { findingsFile } from './findings-file';
import {
  board,
  bulkLines,
  cleanSubmissions,
  eventLog,
  openingSums,
  overview,
  queuePlace,
  reportContributions,
  reportMaterial,
  reviewQueue,
  rolledOverYear,
  rollOverPlan,
  signPage,
  trends,
  yearFindings,
} from './office-pages';
import { pressedFaces } from './pressed-faces';
import { quarterWorkbookFile } from './quarter-workbook';
import { readWorkbook } from './read-workbook';
import { reportCheckFile } from './report-check-file';
import { reportCompare } from './report-compare';
import { reportDigest } from './report-digest';
import { reportFace } from './report-face';
import { reportImpact } from './report-impact';
import { reportPage } from './report-page';
import { reportStanding, shownStanding } from './report-standing';
import { reportToFreezeJob } from './report-to-freeze';
import { reportsAddedUp } from './reports-added-up';
import { trendsFile, unitTrendsFile } from './trends-file';

/** Everything a thread can be asked to do. */
export const jobs = {
  'report-face': reportFace,
  'pressed-faces': pressedFaces,
  'report-check-file': reportCheckFile,
  'filing-check-file': filingCheckFile,
  'read-workbook': readWorkbook,
  'quarter-workbook': quarterWorkbookFile,
  'report-page': reportPage,
  'report-compare': reportCompare,
  'report-digest': reportDigest,
  'report-standing': reportStanding,
  'report-to-freeze': reportToFreezeJob,
  'report-impact': reportImpact,
  'trends-file': trendsFile,
  'unit-trends-file': unitTrendsFile,
  'reports-added-up': reportsAddedUp,
  'review-queue': reviewQueue,
  'clean-submissions': cleanSubmissions,
  'bulk-lines': bulkLines,
  'queue-place': queuePlace,
  board,
  overview,
  'year-findings': yearFindings,
  'findings-file': findingsFile,
  'findings-anew': findingsAnew,
  'opening-sums': openingSums,
  'roll-over-plan': rollOverPlan,
  'rolled-over-year': rolledOverYear,
  'report-material': reportMaterial,
  'report-contributions': reportContributions,
  'shown-standing': shownStanding,
  'sign-page': signPage,
  trends,
  'event-log': eventLog,
  'events-file': eventsFile,
};

export type JobName = keyof typeof jobs;
export type InputOf<N extends JobName> = Parameters<(typeof jobs)[N]['load']>[1];
export type OutputOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]['make']>>;
