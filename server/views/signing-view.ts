import { listReportSignatures, type Reader, type ReportSignature, readSetting } from '@/db/store';
import { type FigureBook, figureAt, printFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell, textKeys } from '@/server/domain/formats';
import { printChange } from '@/server/domain/report/stated-adjustment';
import {
  partHashes,
  type SignableContent,
  type SigningStep,
  type StepStanding,
  sentKey,
  signableHash,
  stepStandings,
} from '@/server/domain/signing';
import type { ReportView } from './report-view';
import { readSigned } from './signed-content';

/** A stored signature with the edition it was given on the way to. */
export type KeptSignature = ReportSignature & { edition: number };

/** How a report under work stands with those who sign it. */
export interface SigningView {
  /** Empty: nobody signs. */
  steps: readonly SigningStep[];
  content: SignableContent;
  hashes: Record<string, string>;
  /** SHA-256 of what a signature now would be under. */
  hash: string;
  /** The number the draft would get. */
  edition: number;
  /** Sent round for signature on the way to this edition, by whom and when. */
  sent: KeptSignature | null;
  /** Not withdrawn, the oldest first, the sending left out. */
  signatures: readonly KeptSignature[];
  standings: readonly StepStanding<KeptSignature>[];
}

/** The steps of this installation, in order. An empty list, until an administrator sets some. */
export async function signingSteps(reader: Reader): Promise<readonly SigningStep[]> {
  return (await readSetting(reader, 'signingSteps')) ?? [];
}

/** Everything a decision on signatures needs to know, built the same way for screen and command. */
export async function loadSigning(reader: Reader, view: ReportView): Promise<SigningView> {
  const steps = await signingSteps(reader);
  const content = signableContent(view);
  const hashes = partHashes(content);
  const edition = (view.editions[0]?.number ?? 0) + 1;
  const stored = view.report ? await listReportSignatures(reader, view.report.id) : [];
  const given = stored
    .filter((one) => one.withdrawnAt === null)
    .map((one): KeptSignature => ({ ...one, edition: readSigned(one.content).edition }));
  const signatures = given.filter((one) => one.step !== sentKey);
  return {
    steps,
    content,
    hashes,
    hash: signableHash(hashes),
    edition,
    sent: given.findLast((one) => one.step === sentKey && one.edition === edition) ?? null,
    signatures,
    standings: stepStandings(steps, signatures, { hashes, edition }),
  };
}

/** Every figure of every table, as printed. */
export function printedTables(format: Format, figures: FigureBook): SignableContent['tables'] {
  const print = (cell: CellId) => [cell, printFigure(figureAt(figures, cell), getCell(format, cell))] as const;
  return Object.fromEntries(
    format.tables.map((layout) => [
      layout.id,
      Object.fromEntries(layout.rows.flatMap((row) => row.cells.flatMap(({ cell }) => (cell ? [print(cell)] : [])))),
    ]),
  );
}

/** A report as what a signature can be under. */
export function signableContent(view: ReportView): SignableContent {
  const { format, content } = view;
  const { figures } = content;
  return {
    tables: printedTables(format, figures),
    texts: Object.fromEntries(textKeys.map((key) => [key, content.texts[key] ?? ''])),
    notes: content.notes ?? {},
    indicators: view.indicators.map(({ indicator, figure }) => ({
      name: indicator.name,
      printed: figure.state === 'number' ? printFigure(figure, { quantity: 'count' }) : figure.state,
    })),
    missing: view.missing.map(({ unitName, quarters }) => ({ unitName, quarters })),
    adjustments: view.adjustments.lines.map((line) => ({
      id: line.id,
      cell: line.cell,
      change: printChange(line, format, line.cell),
      reason: line.reason,
      countersignedBy: line.countersignedBy,
    })),
    findings: view.checkRun.findings.flatMap(({ rule, severity, boundTo, message }) =>
      severity === 'hint' || rule === 'b-blank'
        ? []
        : [
            {
              rule,
              severity,
              boundTo,
              message,
              said: view.explanations
                .filter((one) => one.rule === rule && one.boundTo === boundTo)
                .map(({ kind, text, writtenBy, countersignedBy }) => ({ kind, text, writtenBy, countersignedBy })),
            },
          ],
    ),
  };
}
