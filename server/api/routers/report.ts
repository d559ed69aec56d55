import { z } from 'zod';
import { actorNow } from '@/server/auth/actor-now';
import type { CommandContext } from '@/server/commands/command';
import { adjustReport } from '@/server/commands/report/adjust-report';
import { adoptReport, maxOfAReport } from '@/server/commands/report/adopt-report';
import { commentOnReport } from '@/server/commands/report/comment-on-report';
import { confirmCarried } from '@/server/commands/report/confirm-carried';
import { countersignAdjustment } from '@/server/commands/report/countersign-adjustment';
import { countersignReportException } from '@/server/commands/report/countersign-report-exception';
import { declineSuggestion } from '@/server/commands/report/decline-suggestion';
import { explainReportFinding } from '@/server/commands/report/explain-report-finding';
import { finaliseMany, maxFinalised } from '@/server/commands/report/finalise-many';
import { finaliseReport } from '@/server/commands/report/finalise-report';
import { noteReportRule } from '@/server/commands/report/note-report-rule';
import { mayActOnReport, mayActOnSome } from '@/server/commands/report/report-access';
import { resolveReportThread } from '@/server/commands/report/resolve-report-thread';
import { restoreReportText } from '@/server/commands/report/restore-report-text';
import { retireReportFact } from '@/server/commands/report/retire-report-fact';
import { saveCellRemark } from '@/server/commands/report/save-cell-remark';
import { saveReportFact } from '@/server/commands/report/save-report-fact';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { sendForSigning } from '@/server/commands/report/send-for-signing';
import { settleReportNumbers } from '@/server/commands/report/settle-report-numbers';
import { signReport } from '@/server/commands/report/sign-report';
import { suggestReportText } from '@/server/commands/report/suggest-report-text';
import { takeSuggestion } from '@/server/commands/report/take-suggestion';
import { withdrawAdjustment } from '@/server/commands/report/withdraw-adjustment';
import { withdrawReportSignature } from '@/server/commands/report/withdraw-report-signature';
import { withdrawSuggestion } from '@/server/commands/report/withdraw-suggestion';
import { proseKeys } from '@/server/domain/formats';
import { exactnesses } from '@/server/domain/prose';
import type { ReportKey } from '@/server/domain/subject';
import { packingOf } from '@/server/files/packing';
import { loadAdoption } from '@/server/queries/adoption';
import { loadEditionSheet } from '@/server/queries/edition-sheet';
import { listMissingUnits, listReportUnits } from '@/server/queries/missing-units';
import { loadOwnReportList } from '@/server/queries/own-report-list';
import { reportYears } from '@/server/queries/report';
import { loadReportList } from '@/server/queries/report-list';
import { loadTextVersions } from '@/server/queries/report-writing';
import { countReportsToSign, listReportsToSign } from '@/server/queries/signing';
import { openTrace, openUnits } from '@/server/queries/told-trace';
import { requireReadableReport } from '@/server/views/access';
import type { AddUp } from '@/server/views/going-round';
import { workOf } from '@/server/work';
import { by } from '../by';
import { confirmFirst } from '../confirm-first';
import { impactFor } from '../impact-for';
import { boundTo, chapter, editionAsked, hash, id, line, pageNumber, password, reportKey, scope, search, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const fact = z.strictObject({
  name: text.max(200),
  value: text.max(40),
  unit: text.max(40),
  exactness: z.enum(exactnesses),
  ownerUnitId: id.nullable(),
  evidence: text.max(2000),
});

/** What the worker room makes of a report: asked before whether it is theirs to read, and again when it is made, which may be long after. */
async function readTwice<T>({ store, actor, now }: CommandContext, key: ReportKey, make: () => Promise<T>): Promise<T> {
  await requireReadableReport(store.read, actor, key);
  const made = await make();
  await requireReadableReport(store.read, await actorNow(store.read, actor, now()), key);
  return made;
}

/** What is out of date of the reports that go round is added up beside the thread that answers people. */
const addUpIn =
  (command: CommandContext): AddUp =>
  (keys) =>
    workOf(command).do('reports-added-up', { keys, overlay: command.overlay });

export const reportRouter = router({
  years: procedure.query(({ ctx }) => reportYears(ctx.store.read)),
  list: procedure
    .input(z.strictObject({ year, search, page: pageNumber }))
    .query(({ ctx, input }) =>
      loadReportList(ctx.store.read, ctx.actor, input, { overlay: ctx.command.overlay, addUp: addUpIn(ctx.command) }),
    ),
  page: procedure
    .input(z.strictObject(reportKey))
    .query(({ ctx, input }) => readTwice(ctx.command, input, () => workOf(ctx.command).do('report-page', { ...by(ctx), key: input }))),
  missingUnits: procedure.input(z.strictObject(reportKey)).query(({ ctx, input }) => listMissingUnits(ctx.store.read, ctx.actor, input)),
  units: procedure.input(z.strictObject(reportKey)).query(({ ctx, input }) => listReportUnits(ctx.store.read, ctx.actor, input)),
  trace: procedure
    .input(z.strictObject({ ...reportKey, cell: id, partOf: id.optional() }))
    .query(({ ctx, input }) => openTrace(ctx.store, ctx.actor, input)),
  traceUnits: procedure.input(z.strictObject({ ...reportKey, cell: id })).query(({ ctx, input }) => openUnits(ctx.store, ctx.actor, input)),
  compare: procedure
    .input(z.strictObject({ ...reportKey, ...editionAsked }))
    .query(({ ctx, input }) =>
      readTwice(ctx.command, input, () =>
        workOf(ctx.command).do('report-compare', { actor: ctx.actor, asked: input, overlay: ctx.command.overlay }),
      ),
    ),
  /** The 图解 of an edition, or of the draft, to be looked at. */
  digest: procedure
    .input(z.strictObject({ ...reportKey, edition: editionAsked.to }))
    .query(({ ctx, input: { edition, ...key } }) =>
      readTwice(ctx.command, key, () => workOf(ctx.command).do('report-digest', { key, edition, overlay: ctx.command.overlay })),
    ),
  /** The unit whose report a file is, by what was chosen or by the name it was published under. */
  adoption: procedure
    .input(z.union([z.strictObject({ unitId: id }), z.strictObject({ organ: text.max(200), scope })]).optional())
    .query(({ ctx, input }) => loadAdoption(ctx.store.read, ctx.actor, input)),
  adopt: procedure
    .input(
      z.strictObject({
        changeId: id,
        unitId: id,
        year: year.nullable(),
        file: line,
        json: text.max(maxOfAReport),
        reason: text.max(1000),
        isSameOrgan: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => adoptReport(ctx.command, input)),
  saveText: procedure
    .input(z.strictObject({ ...reportKey, key: z.enum(proseKeys), text: chapter, baseVersion: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => saveReportText(ctx.command, input)),
  textVersions: procedure
    .input(z.strictObject({ ...reportKey, key: z.enum(proseKeys) }))
    .query(({ ctx, input }) => loadTextVersions(ctx.store.read, ctx.actor, input)),
  restoreText: procedure
    .input(z.strictObject({ ...reportKey, key: z.enum(proseKeys), version: z.number().int().min(1), baseVersion: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => restoreReportText(ctx.command, input)),
  suggest: procedure
    .input(
      z.strictObject({ ...reportKey, key: z.enum(proseKeys), text: chapter, baseVersion: z.number().int().min(0), reason: text.max(2000) }),
    )
    .mutation(({ ctx, input }) => suggestReportText(ctx.command, input)),
  takeSuggestion: procedure
    .input(z.strictObject({ ...reportKey, suggestionId: id, over: text.nullable() }))
    .mutation(({ ctx, input }) => takeSuggestion(ctx.command, input)),
  declineSuggestion: procedure
    .input(z.strictObject({ ...reportKey, suggestionId: id, text: text.max(2000) }))
    .mutation(({ ctx, input }) => declineSuggestion(ctx.command, input)),
  withdrawSuggestion: procedure
    .input(z.strictObject({ ...reportKey, suggestionId: id }))
    .mutation(({ ctx, input }) => withdrawSuggestion(ctx.command, input)),
  comment: procedure
    .input(z.strictObject({ ...reportKey, key: z.enum(proseKeys), quote: chapter, repliesTo: id.nullable(), text: text.max(2000) }))
    .mutation(({ ctx, input }) => commentOnReport(ctx.command, input)),
  resolveThread: procedure
    .input(z.strictObject({ ...reportKey, commentId: id }))
    .mutation(({ ctx, input }) => resolveReportThread(ctx.command, input)),
  saveFact: procedure
    .input(z.strictObject({ ...reportKey, id: id.nullable(), seen: fact.nullable(), fact }))
    .mutation(({ ctx, input }) => saveReportFact(ctx.command, input)),
  factImpact: procedure
    .input(z.strictObject({ ...reportKey, id, seen: fact, fact }))
    .query(({ ctx, input }) => impactFor(ctx, { of: 'fact', input })),
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
  adjustmentImpact: procedure
    .input(z.strictObject({ ...reportKey, cell: id, raw: line }))
    .query(({ ctx, input }) => impactFor(ctx, { of: 'adjustment', input })),
  countersignImpact: procedure
    .input(z.strictObject({ ...reportKey, adjustmentId: id }))
    .query(({ ctx, input }) => impactFor(ctx, { of: 'countersign', input })),
  signAdjustment: procedure
    .input(z.strictObject({ ...reportKey, adjustmentId: id }))
    .mutation(({ ctx, input }) => countersignAdjustment(ctx.command, input)),
  withdrawAdjustment: procedure
    .input(z.strictObject({ ...reportKey, adjustmentId: id }))
    .mutation(({ ctx, input }) => withdrawAdjustment(ctx.command, input)),
  withdrawAdjustmentImpact: procedure
    .input(z.strictObject({ ...reportKey, adjustmentId: id }))
    .query(({ ctx, input }) => impactFor(ctx, { of: 'withdraw', input })),
  saveCellRemark: procedure
    .input(z.strictObject({ ...reportKey, cell: id, text: text.max(2000), baseVersion: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => saveCellRemark(ctx.command, input)),
  confirmCarried: procedure
    .input(z.strictObject({ ...reportKey, paragraphId: id }))
    .mutation(({ ctx, input }) => confirmCarried(ctx.command, input)),
  own: procedure
    .input(z.strictObject({ year, search, page: pageNumber }))
    .query(({ ctx, input }) => loadOwnReportList(ctx.store.read, ctx.actor, input)),
  standing: procedure
    .input(z.strictObject(reportKey))
    .query(({ ctx, input }) =>
      readTwice(ctx.command, input, () =>
        workOf(ctx.command).do('shown-standing', { actor: ctx.actor, key: input, overlay: ctx.command.overlay }),
      ),
    ),
  packing: procedure.input(z.strictObject({ id })).query(({ ctx, input }) => packingOf(input.id, ctx.actor.userId)),
  finaliseMany: procedure
    .input(
      z.strictObject({
        changeId: id.max(40),
        year,
        password,
        reason: text.max(2000).optional(),
        items: z.array(z.strictObject({ unitId: id, seenHash: hash })).max(maxFinalised),
      }),
    )
    .mutation(async ({ ctx, input: { password: typed, reason, ...input } }) => {
      const keys = input.items.map(({ unitId }) => ({ unitId, year: input.year, scope: 'own_organ' as const }));
      const isTheirs = await mayActOnSome(ctx.store.read, ctx.actor, keys, 'report.finalise');
      await confirmFirst(ctx, { act: 'report.finalise', password: typed, isTheirs });
      return finaliseMany(ctx.command, { ...input, ...(reason === undefined ? {} : { reason }) });
    }),
  sign: procedure
    .input(z.strictObject({ ...reportKey, step: id, changeId: id, seenHash: hash, note: text.max(2000) }))
    .mutation(({ ctx, input }) => signReport(ctx.command, input)),
  sendForSigning: procedure
    .input(z.strictObject({ ...reportKey, changeId: id, seenHash: hash }))
    .mutation(({ ctx, input }) => sendForSigning(ctx.command, input)),
  withdrawSignature: procedure
    .input(z.strictObject({ ...reportKey, signatureId: id, reason: text.max(2000) }))
    .mutation(({ ctx, input }) => withdrawReportSignature(ctx.command, input)),
  signPage: procedure
    .input(z.strictObject(reportKey))
    .query(({ ctx, input }) => workOf(ctx.command).do('sign-page', { ...by(ctx), key: input })),
  editionSheet: procedure
    .input(z.strictObject({ ...reportKey, edition: editionAsked.from }))
    .query(({ ctx, input }) => loadEditionSheet(ctx.store.read, ctx.actor, input)),
  toSign: procedure.query(({ ctx }) => listReportsToSign(ctx.store.read, ctx.actor, ctx.command.overlay, addUpIn(ctx.command))),
  waiting: procedure.query(({ ctx }) => countReportsToSign(ctx.store.read, ctx.actor, ctx.command.overlay, addUpIn(ctx.command))),
  finalise: procedure
    .input(z.strictObject({ ...reportKey, changeId: id, seenHash: hash, password, reason: text.max(2000).optional() }))
    .mutation(async ({ ctx, input: { password: typed, reason, ...input } }) => {
      const isTheirs = await mayActOnReport(ctx.store.read, ctx.actor, input, 'report.finalise');
      await confirmFirst(ctx, { act: 'report.finalise', password: typed, isTheirs });
      return finaliseReport(ctx.command, { ...input, ...(reason === undefined ? {} : { reason }) });
    }),
});
