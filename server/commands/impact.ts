import { findFiling, findSlip, findUnit, type Reader, signAdjustment, type Tx } from '@/db/store';
import type { CellId } from '@/server/domain/formats';
import { impactOf, isNothing, type SignableFinding } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { notFound } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';
import { loadReportView } from '@/server/views/report-view';
import { reportsOver } from '@/server/views/reports-over';
import { loadSigning } from '@/server/views/signing-view';
import type { CommandContext } from './command';
import { dryRun } from './dry-run';
import { unlockFiling } from './filing/unlock-filing';
import type { ImpactAsked, ReportImpact, ShownFinding } from './impact-asked';
import { adjustReport } from './report/adjust-report';
import { countersignAdjustment } from './report/countersign-adjustment';
import { keyOf } from './report/report-access';
import { type FactInput, saveReportFact } from './report/save-report-fact';
import { withdrawAdjustment } from './report/withdraw-adjustment';
import { acceptSlip } from './slip/accept-slip';

/** What a person has not written yet when they ask what their change would do. */
const reasonToCome = '预览影响时尚未填写的理由';

const impacts = {
  slip: slipImpact,
  unlock: unlockImpact,
  adjustment: adjustmentImpact,
  countersign: countersignImpact,
  withdraw: withdrawImpact,
  fact: factImpact,
} as const satisfies { [K in ImpactAsked['of']]: unknown };

/** Tries the change that is asked about. @throws Refused as making it would */
export function triedImpact(context: CommandContext, { of, input }: ImpactAsked): Promise<ReportImpact[]> {
  const tried = impacts[of] as (context: CommandContext, input: ImpactAsked['input']) => Promise<ReportImpact[]>;
  return tried(context, input);
}

/** Accepting a correction slip. @throws Refused as accepting would */
export async function slipImpact(context: CommandContext, input: { slipId: string; version: number }): Promise<ReportImpact[]> {
  const { read } = context.store;
  const slip = await findSlip(read, input.slipId);
  const unit = slip && (await findUnit(read, slip.unitId));
  const reports = slip && unit ? await reportsOver(read, unit, [slip.year, slip.year + 1]) : [];
  return impactOn(context, reports, (trial) => acceptSlip(trial, input));
}

/** Giving an approved quarter back: its figures leave the reports until it is approved again. @throws Refused as unlocking would */
export async function unlockImpact(
  context: CommandContext,
  input: { filingId: string; submissionNumber: number },
): Promise<ReportImpact[]> {
  const { read } = context.store;
  const filing = await findFiling(read, input.filingId);
  const unit = filing && (await findUnit(read, filing.unitId));
  const reports = filing && unit ? await reportsOver(read, unit, [filing.year]) : [];
  return impactOn(context, reports, (trial) => unlockFiling(trial, { ...input, reason: reasonToCome }));
}

/** A line beside a figure, once it is countersigned. @throws Refused as writing it would */
export async function adjustmentImpact(context: CommandContext, input: ReportKey & { cell: CellId; raw: string }): Promise<ReportImpact[]> {
  return impactOn(context, [keyOf(input)], async (trial, tx) => {
    const { id } = await adjustReport(trial, { ...input, changeId: trial.newId(), reason: reasonToCome });
    // By somebody else, as it will have to be: a line that its own author signed would not count.
    await signAdjustment(tx, id, 'somebody else', trial.now());
  });
}

/** The second signature under a line. @throws Refused as giving it would */
export async function countersignImpact(context: CommandContext, input: ReportKey & { adjustmentId: string }): Promise<ReportImpact[]> {
  return impactOn(context, [keyOf(input)], (trial) => countersignAdjustment(trial, input));
}

/** Taking a line back. @throws Refused as taking it back would */
export async function withdrawImpact(context: CommandContext, input: ReportKey & { adjustmentId: string }): Promise<ReportImpact[]> {
  return impactOn(context, [keyOf(input)], (trial) => withdrawAdjustment(trial, input));
}

/** A local fact that texts state. @throws Refused as saving it would */
export async function factImpact(
  context: CommandContext,
  input: ReportKey & { id: string; seen: FactInput; fact: FactInput },
): Promise<ReportImpact[]> {
  return impactOn(context, [keyOf(input)], async (trial) => {
    await saveReportFact(trial, { ...input, fact: { ...input.fact, evidence: input.fact.evidence.trim() || reasonToCome } });
  });
}

/**
 * The reports before and after a change that is tried and undone. Only reports somebody has begun are looked at: the others have
 * neither texts nor signatures.
 */
async function impactOn(
  context: CommandContext,
  reports: readonly ReportKey[],
  change: (trial: CommandContext, tx: Tx) => Promise<void>,
): Promise<ReportImpact[]> {
  const { read } = context.store;
  const before: Awaited<ReturnType<typeof stateOf>>[] = [];
  for (const key of reports) before.push(await stateOf(read, key, context));
  const after = await dryRun(context, async (trial, tx) => {
    await change(trial, tx);
    const states: typeof before = [];
    for (const key of reports) states.push(await stateOf(tx, key, context));
    return states;
  });
  const nameOf = await personNames(read);
  return reports.flatMap((key, index): ReportImpact[] => {
    const [was, is] = [before[index], after[index]];
    if (!was || !is) return [];
    const { steps, signatures, edition } = was.signing;
    const impact = impactOf(was.view.format, { steps, signatures, edition }, was.signing.content, is.signing.content);
    return [
      {
        ...key,
        organ: was.view.unit.name,
        format: was.view.format.id,
        rowVariant: was.view.format.rowVariant,
        cells: impact.cells,
        texts: impact.texts,
        appeared: impact.appeared.map(shownFinding),
        gone: impact.gone.map(shownFinding),
        lapsedReasons: impact.lapsedReasons,
        lapsed: impact.lapsed.map(({ step, signature, moved }) => ({ step: step.name, signedBy: nameOf(signature.signedBy), moved })),
        keptSignatures: impact.keptSignatures,
        isNothing: isNothing(impact),
      },
    ];
  });
}

async function stateOf(reader: Reader, key: ReportKey, context: CommandContext) {
  const view = await loadReportView(reader, key, context.overlay);
  if (!view) throw notFound();
  return { view, signing: await loadSigning(reader, view) };
}

function shownFinding({ rule, severity, message }: SignableFinding): ShownFinding {
  return { rule, severity, message };
}
