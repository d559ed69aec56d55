import { type Filing, listFilings, listPeople, type Reader } from '@/db/store';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import { isOnlySigner } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { nextStatus, type ReportObstacle } from '@/server/domain/workflow';
import { type EditionContent, readEdition } from '@/server/views/edition-content';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { loadReportView, type ReportView, statedIndicator } from '@/server/views/report-view';
import { loadSigning, type SigningView } from '@/server/views/signing-view';

export interface FreezeAsked {
  key: ReportKey;
  /** Who finalises. */
  actorId: string;
  /** Why a further edition is made. */
  reason: string;
  overlay: Overlay | null;
}

/** A report as an edition would freeze it, and what there is to say against that. Plain data: it may come from another thread. */
export interface ReportToFreeze {
  /** What whoever finalises must have seen. */
  hash: string;
  obstacles: readonly ReportObstacle[];
  /** The one who finalises is the only one who has signed. */
  isOnlySigner: boolean;
  /** Null for a first edition, which needs none. */
  reason: string | null;
  number: number;
  /** Empty while something stands in the way. */
  edition: { content: string; hash: string } | null;
  /** The quarters in it that an edition locks: neither an earlier one nor the quarter's closing has. */
  toLock: readonly QuarterToLock[];
}

export type QuarterToLock = Pick<Filing, 'id' | 'unitId' | 'year' | 'quarter' | 'isPractice' | 'submissionNumber'>;

/** The heavy half of finalising: all that it reads and assembles. @returns null when the unit or the year does not exist */
export async function reportToFreeze(
  reader: Reader,
  { key, actorId, reason: given, overlay }: FreezeAsked,
): Promise<ReportToFreeze | null> {
  const view = await loadReportView(reader, key, overlay);
  if (!view) return null;
  const signing = await loadSigning(reader, view);
  const obstacles = obstaclesOfReport(view, signing.standings);
  const names = new Map((await listPeople(reader)).map((person) => [person.id, person.name]));
  const reason = view.editions.length > 0 ? given.trim() : null;
  const content = obstacles.length === 0 ? canonicalJson(editionContent(view, signing, names, reason)) : null;
  return {
    hash: view.hash,
    obstacles,
    isOnlySigner: isOnlySigner(actorId, signing.standings),
    reason,
    number: signing.edition,
    edition: content === null ? null : { content, hash: sha256Hex(content) },
    toLock: await quartersToLock(reader, view),
  };
}

async function quartersToLock(reader: Reader, { units, year, parts }: ReportView): Promise<QuarterToLock[]> {
  const isPart = new Set(parts.map((part) => part.filingId));
  const filings = await listFilings(reader, { unitIds: units.map((one) => one.id), year });
  return filings
    .filter(({ id, status }) => isPart.has(id) && nextStatus(status, 'lock') !== null)
    .map(({ id, unitId, quarter, isPractice, submissionNumber }) => ({ id, unitId, year, quarter, isPractice, submissionNumber }));
}

function editionContent(view: ReportView, signing: SigningView, names: ReadonlyMap<string, string>, reason: string | null): EditionContent {
  const number = signing.edition;
  const corrects = correctedBy(view, reason);
  return {
    kind: 'edition',
    origin: 'assembled',
    number,
    organ: view.content.organ,
    unitId: view.unit.id,
    year: view.year,
    scope: view.scope,
    format: view.format.id,
    rowVariant: view.format.rowVariant,
    figures: Object.fromEntries(view.content.figures),
    texts: view.content.texts,
    ...(view.written ? { written: view.written } : {}),
    ...(view.content.adjustments ? { adjustments: view.content.adjustments } : {}),
    ...(view.content.notes ? { notes: view.content.notes } : {}),
    ...(view.indicators.length > 0 ? { indicators: view.indicators.map(statedIndicator) } : {}),
    parts: view.parts,
    corrections: view.corrections.map(({ unitName, slipYear, number: slip, reason, acceptedAt }) => ({
      unitName,
      year: slipYear,
      number: slip,
      reason,
      acceptedAt,
    })),
    missing: view.missing,
    explanations: view.explanations.map((explanation) => ({
      kind: explanation.kind,
      rule: explanation.rule,
      text: explanation.text,
      writtenBy: names.get(explanation.writtenBy) ?? '',
      countersignedBy: explanation.countersignedBy ? (names.get(explanation.countersignedBy) ?? '') : null,
    })),
    packVersion: view.checkRun.packVersion,
    switchedOff: view.checkRun.switchedOff,
    ...(corrects ? { corrects } : {}),
    ...(signing.steps.length > 0 ? { signatures: frozenSignatures(signing, names) } : {}),
  };
}

/** What a further edition corrects: the one before it, why, and the slips that came into force since. */
function correctedBy({ editions: [before], corrections }: ReportView, reason: string | null): EditionContent['corrects'] {
  if (!before || reason === null) return undefined;
  const known = readEdition(before.content).corrections;
  const isKnown = (slip: { unitName: string; year: number; number: number }) =>
    known.some((one) => one.unitName === slip.unitName && one.year === slip.year && one.number === slip.number);
  const slips = corrections
    .map(({ unitName, slipYear, number }) => ({ unitName, year: slipYear, number }))
    .filter((slip) => !isKnown(slip));
  return { edition: before.number, hash: before.hash, reason, slips };
}

function frozenSignatures({ standings }: SigningView, names: ReadonlyMap<string, string>): EditionContent['signatures'] {
  return standings.flatMap(({ step, signature }) =>
    signature
      ? [
          {
            step: step.key,
            name: step.name,
            answersFor: step.answersFor,
            signedBy: names.get(signature.signedBy) ?? signature.signedBy,
            signedAt: signature.signedAt.toISOString(),
            hash: signature.hash,
            note: signature.note,
          },
        ]
      : [],
  );
}
