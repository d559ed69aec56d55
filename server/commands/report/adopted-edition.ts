import { type Edition, findYear, insertEdition, insertQuarter, insertYear, listEditions } from '@/db/store';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import type { Format } from '@/server/domain/formats';
import { dayAt, hasEnded, quarters, usualDueDay } from '@/server/domain/periods';
import { damageLine, damageOf } from '@/server/domain/reading';
import type { ReportContent } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { type EditionContent, readEdition } from '@/server/views/edition-content';
import type { CommandContext, CommandTx } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { reportLock, requireReport } from './report-access';

/** What is adopted: a report as it was printed, from which file, and why. */
export interface Adoption {
  content: ReportContent;
  format: Format;
  /** Its name, for the record. */
  file: string;
  reason?: string;
  /** A repeated request with the same one gets the first answer; the same report a second time is refused. */
  changeId?: string;
}

/**
 * Writes a published report as an edition (see `importEdition`), in a transaction that has asked for permission.
 *
 * @throws Refused invalid (a year that is not over; with a changeId: the newest edition says the same already)
 */
export async function writeAdoptedEdition(
  tx: CommandTx,
  context: CommandContext,
  unitId: string,
  input: Adoption,
): Promise<{ number: number; hash: string }> {
  const { year, scope } = input.content;
  await tx.lock(reportLock({ unitId, year, scope }));
  const asked = input.changeId === undefined ? null : { changeId: input.changeId, about: `adopt ${unitId} ${year} ${scope}` };
  const done = asked && (await findAnswer<{ number: number; hash: string }>(tx, context, asked));
  if (done) return done;
  const at = context.now();
  if (!(await findYear(tx, year))) {
    if (!hasEnded({ year, quarter: 4 }, dayAt(at)))
      throw new Refused('invalid', {
        zh: `${year} 年还没有结束，不会有已发布的年度报告。请核对文件中的年份，没有收录。`,
        en: `${year} is not over, so there is no published report of it. Check the year in the file; nothing was adopted.`,
      });
    await insertYear(tx, { year, format: input.format.id, rowVariant: input.format.rowVariant, createdAt: at });
    for (const quarter of quarters) await insertQuarter(tx, { year, quarter, dueOn: usualDueDay(year, quarter), openedAt: null });
    tx.record(
      'year.created',
      { year, format: input.format.id, rowVariant: input.format.rowVariant },
      { object: { type: 'year', id: String(year), unitId: null, period: String(year) } },
    );
  }
  const report = await requireReport(tx, context, { unitId, year, scope }, 'report.import');
  const [newest] = await listEditions(tx, report.id);
  if (asked && newest) refuseTheSame(newest, input.content);
  const number = (newest?.number ?? 0) + 1;
  const edition: EditionContent = {
    kind: 'edition',
    origin: 'imported',
    number,
    organ: input.content.organ,
    unitId,
    year,
    scope,
    format: input.format.id,
    rowVariant: input.format.rowVariant,
    figures: Object.fromEntries(input.content.figures),
    texts: input.content.texts,
    parts: [],
    missing: [],
    explanations: [],
    packVersion: '',
    switchedOff: [],
    corrections: [],
  };
  const content = canonicalJson(edition);
  const hash = sha256Hex(content);
  await insertEdition(tx, {
    id: context.newId(),
    reportId: report.id,
    number,
    origin: 'imported',
    content,
    hash,
    finalisedBy: context.actor.userId,
    finalisedAt: at,
  });
  if (asked) await keepAnswer(tx, context, asked, { number, hash });
  // What was not read is unknown in the edition for ever: the log says that it was so from the first.
  const damage = damageOf(input).map(damageLine);
  const imported = { edition: number, hash, file: input.file, ...(damage.length > 0 ? { damage } : {}) };
  tx.record('report.imported', imported, input.reason ? { reason: input.reason } : {});
  return { number, hash };
}

function refuseTheSame(newest: Edition, content: ReportContent): void {
  const { figures, texts, organ } = readEdition(newest.content);
  const said = (of: Pick<ReportContent, 'figures' | 'texts' | 'organ'>) =>
    canonicalJson({ figures: Object.fromEntries(of.figures), texts: of.texts, organ: of.organ });
  if (newest.origin !== 'imported' || said({ figures, texts, organ }) !== said(content)) return;
  throw new Refused('invalid', {
    zh: `这份年报已经采用为第 ${newest.number} 版，内容完全相同，没有再存。`,
    en: `This report is adopted already as edition ${newest.number}, word for word; nothing was stored.`,
  });
}
