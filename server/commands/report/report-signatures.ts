import { insertReportSignature, keepReportStanding, type Report } from '@/db/store';
import { canonicalJson } from '@/server/domain/audit';
import { counted } from '@/server/domain/plural';
import { answeredFor, type SigningStep, sentKey } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { restatedIn, rulesOf } from '@/server/views/going-round';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { loadReportView, type ReportView } from '@/server/views/report-view';
import type { SignedContent } from '@/server/views/signed-content';
import type { SigningView } from '@/server/views/signing-view';
import type { CommandContext, CommandTx } from '../command';
import { reportLock } from './report-access';

/** Who sends a report round stands for all of it. */
export const sending: SigningStep = {
  key: sentKey,
  name: '送签',
  role: 'admin',
  answersFor: ['tables', 'texts', 'reasons'],
  isPerEdition: true,
};

/** The report as it stands, locked. @throws Refused not_found */
export async function requireReportView(tx: CommandTx, context: CommandContext, key: ReportKey): Promise<ReportView> {
  await tx.lock(reportLock(key));
  const view = await loadReportView(tx, key, context.overlay);
  if (!view) throw notFound();
  return view;
}

/** @throws Refused conflict: the report changed since it was shown */
export function requireSeenReport({ hash }: SigningView, seenHash: string): void {
  if (hash === seenHash) return;
  throw new Refused(
    'conflict',
    {
      zh: '您看到本页之后，年报内容又有改动，没有签字。请看过改动后再继续。',
      en: 'The report has changed since this page was shown, so nothing was signed. Look at the changes, then go on.',
    },
    { hash },
  );
}

/** Nobody signs what has to change before it can be printed. @throws Refused obstacles */
export function requireFinishedReport(view: ReportView): void {
  const obstacles = obstaclesOfReport(view);
  if (obstacles.length === 0) return;
  throw new Refused(
    'obstacles',
    {
      zh: `还有 ${obstacles.length} 处需要处理，处理完后才能送签、签字。`,
      en: `${counted(obstacles.length, 'thing')} must be settled before this can be sent round or signed.`,
    },
    { obstacles },
  );
}

/** Writes a signature under the content of a report, with what it answers for, and keeps what was added up for it. @returns its id */
export async function keepReportSignature(
  tx: CommandTx,
  context: CommandContext,
  { report, view, signing, step, note }: { report: Report; view: ReportView; signing: SigningView; step: SigningStep; note: string },
): Promise<string> {
  await keepReportStanding(tx, {
    ...{ reportId: report.id, rules: rulesOf(context.overlay), hashes: signing.hashes, restated: restatedIn(view) },
  });
  const id = context.newId();
  const signed: SignedContent = { edition: signing.edition, content: signing.content };
  await insertReportSignature(tx, {
    id,
    reportId: report.id,
    step: step.key,
    hash: signing.hash,
    parts: answeredFor(step, signing.hashes),
    content: canonicalJson(signed),
    note,
    signedBy: context.actor.userId,
    signedAt: context.now(),
  });
  return id;
}
