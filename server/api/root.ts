import type { inferRouterOutputs } from '@trpc/server';
import { accountRouter } from './routers/account';
import { announcementRouter } from './routers/announcement';
import { attachmentRouter } from './routers/attachment';
import { auditRouter } from './routers/audit';
import { chaseRouter } from './routers/chase';
import { contributionRouter } from './routers/contribution';
import { deadlineRouter } from './routers/deadline';
import { dutyRouter } from './routers/duty';
import { filingRouter } from './routers/filing';
import { noticeRouter } from './routers/notice';
import { officeRouter } from './routers/office';
import { personRouter } from './routers/person';
import { phrasesRouter } from './routers/phrases';
import { presenceRouter } from './routers/presence';
import { reportRouter } from './routers/report';
import { reviewRouter } from './routers/review';
import { rulesRouter } from './routers/rules';
import { slipRouter } from './routers/slip';
import { trendsRouter } from './routers/trends';
import { workbookRouter } from './routers/workbook';
import { createCallerFactory, router } from './trpc';

export const appRouter = router({
  person: personRouter,
  account: accountRouter,
  filing: filingRouter,
  review: reviewRouter,
  presence: presenceRouter,
  office: officeRouter,
  duty: dutyRouter,
  report: reportRouter,
  contribution: contributionRouter,
  attachment: attachmentRouter,
  deadline: deadlineRouter,
  rules: rulesRouter,
  slip: slipRouter,
  phrases: phrasesRouter,
  trends: trendsRouter,
  notice: noticeRouter,
  chase: chaseRouter,
  announcement: announcementRouter,
  audit: auditRouter,
  workbook: workbookRouter,
});
export type AppRouter = typeof appRouter;

/** What each procedure answers with, for who shows an answer: `Answers['slip']['impact']`. */
export type Answers = inferRouterOutputs<AppRouter>;

export const createCaller = createCallerFactory(appRouter);
export type AppCaller = ReturnType<typeof createCaller>;
