import { findUnit, findYear, insertEdition, insertQuarter, insertYear, listEditions } from '@/db/store';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import type { ReportContent } from '@/server/domain/checks/check';
import type { Format } from '@/server/domain/formats';
import { quarters, usualDueDay } from '@/server/domain/periods';
import { type CommandContext, notFound, requirePermission, runCommand } from './command';
import type { EditionContent } from './edition-content';
import { requireReport } from './report-access';

/**
 * Adopts a published report as that year's edition of a unit, exactly as it was printed: unknown cells stay unknown. Next
 * year's openings and comparisons follow from it.
 *
 * @param file its name, for the record
 * @throws Refused not_found, forbidden
 */
export async function importEdition(
  context: CommandContext,
  input: { unitId: string; content: ReportContent; format: Format; file: string },
): Promise<{ number: number; hash: string }> {
  return runCommand(context, 'report.import', async (tx) => {
    const unit = await findUnit(tx, input.unitId);
    if (!unit) throw notFound();
    requirePermission(context.actor, 'report.import', { unitPath: unit.path, status: null });
    const { year, scope } = input.content;
    const at = context.now();
    if (!(await findYear(tx, year))) {
      await insertYear(tx, { year, format: input.format.id, rowVariant: input.format.rowVariant, createdAt: at });
      for (const quarter of quarters) await insertQuarter(tx, { year, quarter, dueOn: usualDueDay(year, quarter), openedAt: null });
      tx.record(
        'year.created',
        { year, format: input.format.id, rowVariant: input.format.rowVariant },
        { object: { type: 'year', id: String(year), unitId: null, period: String(year) } },
      );
    }
    const report = await requireReport(tx, context, { unitId: unit.id, year, scope }, 'report.import');
    const number = ((await listEditions(tx, report.id))[0]?.number ?? 0) + 1;
    const edition: EditionContent = {
      kind: 'edition',
      origin: 'imported',
      number,
      organ: input.content.organ,
      unitId: unit.id,
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
    tx.record('report.imported', { edition: number, hash, file: input.file });
    return { number, hash };
  });
}
