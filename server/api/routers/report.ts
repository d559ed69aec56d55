import { z } from 'zod';
import { adjustReport } from '@/server/commands/adjust-report';
import { adoptReport, mostOfAReport } from '@/server/commands/adopt-report';
import { confirmCarried } from '@/server/commands/confirm-carried';
import { countersignReportException, explainReportFinding } from '@/server/commands/explain-report';
import { finaliseMany, mostFinalised } from '@/server/commands/finalise-many';
import { finaliseReport } from '@/server/commands/finalise-report';
import { noteReportRule } from '@/server/commands/note-rule';
import { listOwnReports, loadReportStanding } from '@/server/commands/own-reports-view';
import { retireReportFact, saveReportFact } from '@/server/commands/report-facts';
import { saveReportNote } from '@/server/commands/save-report-note';
import { saveReportText } from '@/server/commands/save-report-text';
import { countersignAdjustment, withdrawAdjustment } from '@/server/commands/settle-adjustment';
import { settleReportNumbers } from '@/server/commands/settle-report-numbers';
import { textKeys } from '@/server/domain/formats';
import { exactnesses } from '@/server/domain/prose';
import { packingOf } from '@/server/packing';
import { loadAdoption } from '@/server/queries/adoption';
import { loadBlackline } from '@/server/queries/blackline';
import { listReports, loadReportPage, reportYears, traceReportCell } from '@/server/queries/report';
import { boundTo, editionAsked, hash, id, line, reportKey, text, year } from '../schemas';
import { procedure, router } from '../trpc';

export const reportRouter = router({
  years: procedure.query(({ ctx }) => reportYears(ctx.store.read)),
  list: procedure.input(z.strictObject({ year })).query(({ ctx, input }) => listReports(ctx.store.read, ctx.actor, input.year)),
  page: procedure
    .input(z.strictObject(reportKey))
    .query(({ ctx, input }) => loadReportPage(ctx.store.read, ctx.actor, input, ctx.command.overlay)),
  trace: procedure
    .input(z.strictObject({ ...reportKey, cell: id }))
    .query(({ ctx, input }) => traceReportCell(ctx.store.read, ctx.actor, input)),
  compare: procedure
    .input(z.strictObject({ ...reportKey, ...editionAsked }))
    .query(({ ctx, input }) => loadBlackline(ctx.store.read, ctx.actor, input, ctx.command.overlay)),
  adoption: procedure.query(({ ctx }) => loadAdoption(ctx.store.read, ctx.actor)),
  adopt: procedure
    .input(
      z.strictObject({
        changeId: id,
        unitId: id,
        year: year.nullable(),
        file: line,
        json: text.max(mostOfAReport),
        reason: text.max(1000),
        isSameOrgan: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => adoptReport(ctx.command, input)),
  saveText: procedure
    .input(z.strictObject({ ...reportKey, key: z.enum(textKeys), text, baseVersion: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => saveReportText(ctx.command, input)),
  saveFact: procedure
    .input(
      z.strictObject({
        ...reportKey,
        id: id.nullable(),
        baseVersion: z.number().int().min(0),
        fact: z.strictObject({
          name: text.max(200),
          value: text.max(40),
          unit: text.max(40),
          exactness: z.enum(exactnesses),
          ownerUnitId: id.nullable(),
          evidence: text.max(2000),
        }),
      }),
    )
    .mutation(({ ctx, input }) => saveReportFact(ctx.command, input)),
  retireFact: procedure.input(z.strictObject({ ...reportKey, id })).mutation(({ ctx, input }) => retireReportFact(ctx.command, input)),
  settleNumbers: procedure
    .input(z.strictObject({ ...reportKey, seenHash: hash, evidence: text.max(2000) }))
    .mutation(({ ctx, input }) => settleReportNumbers(ctx.command, input)),
  explain: procedure
    .input(z.strictObject({ ...reportKey, rule: id, boundTo, text: text.max(2000) }))
    .mutation(({ ctx, input }) => explainReportFinding(ctx.command, input)),
  noteRule: procedure
    .input(z.strictObject({ ...reportKey, rule: id, text: text.max(2000) }))
    .mutation(({ ctx, input }) => noteReportRule(ctx.command, input)),
  countersign: procedure
    .input(z.strictObject({ ...reportKey, exceptionId: id }))
    .mutation(({ ctx, input }) => countersignReportException(ctx.command, input)),
  adjust: procedure
    .input(z.strictObject({ ...reportKey, changeId: id, cell: id, raw: line, reason: text.max(1000) }))
    .mutation(({ ctx, input }) => adjustReport(ctx.command, input)),
  signAdjustment: procedure
    .input(z.strictObject({ ...reportKey, adjustmentId: id }))
    .mutation(({ ctx, input }) => countersignAdjustment(ctx.command, input)),
  withdrawAdjustment: procedure
    .input(z.strictObject({ ...reportKey, adjustmentId: id }))
    .mutation(({ ctx, input }) => withdrawAdjustment(ctx.command, input)),
  saveNote: procedure
    .input(z.strictObject({ ...reportKey, place: id, text: text.max(2000), baseVersion: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => saveReportNote(ctx.command, input)),
  confirmCarried: procedure
    .input(z.strictObject({ ...reportKey, paragraphId: id }))
    .mutation(({ ctx, input }) => confirmCarried(ctx.command, input)),
  own: procedure.input(z.strictObject({ year })).query(({ ctx, input }) => listOwnReports(ctx.store.read, ctx.actor, input.year)),
  standing: procedure
    .input(z.strictObject(reportKey))
    .query(({ ctx, input }) => loadReportStanding(ctx.store.read, ctx.actor, input, ctx.command.overlay)),
  packing: procedure.input(z.strictObject({ id })).query(({ ctx, input }) => packingOf(input.id, ctx.actor.userId)),
  finaliseMany: procedure
    .input(
      z.strictObject({
        changeId: id.max(40),
        year,
        items: z.array(z.strictObject({ unitId: id, seenHash: hash })).max(mostFinalised),
      }),
    )
    .mutation(({ ctx, input }) => finaliseMany(ctx.command, input)),
  finalise: procedure
    .input(z.strictObject({ ...reportKey, changeId: id, seenHash: hash }))
    .mutation(({ ctx, input }) => finaliseReport(ctx.command, input)),
});
