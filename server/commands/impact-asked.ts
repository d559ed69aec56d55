import type { ReportFact } from '@/db/store';
import type { CellId, FormatId, RowVariant } from '@/server/domain/formats';
import type { Sentence } from '@/server/domain/sentence';
import type { Impact, PartKey } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';

/** A late change that somebody is about to make. */
export type ImpactAsked =
  | { of: 'slip'; input: { slipId: string; version: number } }
  | { of: 'unlock'; input: { filingId: string; submissionNumber: number } }
  | { of: 'adjustment'; input: ReportKey & { cell: CellId; raw: string } }
  | { of: 'countersign' | 'withdraw'; input: ReportKey & { adjustmentId: string } }
  | { of: 'fact'; input: ReportKey & { id: string; seen: SaidFact; fact: SaidFact } };

type SaidFact = Pick<ReportFact, 'name' | 'value' | 'unit' | 'exactness' | 'ownerUnitId' | 'evidence'>;

/** What a late change would move in one report, in words for whoever is about to make it (A7). */
export interface ReportImpact extends ReportKey, Pick<Impact, 'cells' | 'texts' | 'lapsedReasons' | 'keptSignatures'> {
  organ: string;
  format: FormatId;
  rowVariant: RowVariant;
  appeared: readonly ShownFinding[];
  gone: readonly ShownFinding[];
  lapsed: readonly { step: string; signedBy: string; moved: readonly PartKey[] }[];
  isNothing: boolean;
}

export interface ShownFinding {
  rule: string;
  severity: 'must_fix' | 'confirm';
  message: Sentence;
}
