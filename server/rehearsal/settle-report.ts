import type { CommandContext } from '@/server/commands/command';
import { countersignReportException } from '@/server/commands/report/countersign-report-exception';
import { explainReportFinding } from '@/server/commands/report/explain-report-finding';
import { finaliseReport } from '@/server/commands/report/finalise-report';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { settleReportNumbers } from '@/server/commands/report/settle-report-numbers';
import { textKeys } from '@/server/domain/formats';
import type { ReportKey, Texts } from '@/server/domain/subject';
import { loadReportPage } from '@/server/queries/report';

/** Settles a report and finalises it, as an admin and a reviewer would. */
export async function publishReport(
  people: { admin: CommandContext; reviewer: CommandContext },
  key: ReportKey,
  texts: Texts,
  reasonFor: (rule: string) => string,
): Promise<{ number: number; hash: string }> {
  const { admin } = people;
  await settleReport(people, key, texts, reasonFor);
  const { hash } = await loadReportPage(admin.store.read, admin.actor, key, admin.overlay);
  return finaliseReport(admin, { ...key, changeId: admin.newId(), seenHash: hash });
}

/** Writes a report's texts, says of every number in them what it is, and signs what asks for a signature, until nothing stands in its way. */
export async function settleReport(
  people: { admin: CommandContext; reviewer: CommandContext },
  key: ReportKey,
  texts: Texts,
  reasonFor: (rule: string) => string,
): Promise<void> {
  const { admin, reviewer } = people;
  for (const text of textKeys) if (texts[text]) await saveReportText(admin, { ...key, key: text, text: texts[text], baseVersion: 0 });
  const page = () => loadReportPage(admin.store.read, admin.actor, key, admin.overlay);
  await settleReportNumbers(admin, { ...key, seenHash: (await page()).hash, evidence: '编写年报时逐一核对过的文字数字' });
  for (const obstacle of (await page()).obstacles) {
    if (obstacle.kind !== 'must_fix' && obstacle.kind !== 'confirm') continue;
    const { rule, boundTo } = obstacle.finding;
    const { id } = await explainReportFinding(admin, { ...key, rule, boundTo, text: reasonFor(rule) });
    if (obstacle.kind === 'must_fix') await countersignReportException(reviewer, { ...key, exceptionId: id });
  }
}
