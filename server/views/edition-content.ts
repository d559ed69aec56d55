import type { Figure } from '@/server/domain/figures';
import type { CellId, FormatId, RowVariant } from '@/server/domain/formats';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import type { ContentGroup } from '@/server/domain/signing';
import type { Notes, Scope, Texts } from '@/server/domain/subject';
import type { StatedAdjustment } from '@/server/domain/subject/stated-adjustment';
import type { WrittenProse } from './report-prose';

/** What an edition freezes: the report as printed and what stood behind it on that day. */
export interface EditionContent {
  kind: 'edition';
  origin: 'assembled' | 'imported';
  number: number;
  organ: string;
  unitId: string;
  year: number;
  scope: Scope;
  format: FormatId;
  rowVariant: RowVariant;
  /** Leaves and computed cells, as printed. */
  figures: Record<CellId, Figure>;
  /** As printed. */
  texts: Texts;
  /** How the texts with live numbers were written; absent without any. */
  written?: WrittenProse;
  /** Signed lines between what the quarters add up to and `figures`; absent when there are none. */
  adjustments?: readonly StatedAdjustment[];
  /** What is printed below tables and behind figures; absent when nothing is. */
  notes?: Notes;
  /** Local figures beside the report; absent when nobody was asked for any. */
  indicators?: readonly StatedIndicator[];
  /** The approved submissions it was added up from. */
  parts: readonly EditionPart[];
  /** Correction slips that are in its figures. */
  corrections: readonly { unitName: string; year: number; number: number; reason: string; acceptedAt: string }[];
  /** Units of the list without an approved filing, with the quarters they lack; an exception was signed for them. */
  missing: readonly { unitId: string; unitName: string; quarters: readonly number[] }[];
  /** Explanations and exceptions that let findings pass, with both names. */
  explanations: readonly {
    kind: 'explanation' | 'exception';
    rule: string;
    text: string;
    writtenBy: string;
    countersignedBy: string | null;
  }[];
  /** The pack's, with that of the deployment's overlay behind it. */
  packVersion: string;
  /** Rules this deployment did without, each with its reason. */
  switchedOff: readonly { rule: string; reason: string }[];
  /** The edition this one follows and the slips that came into force since; absent in the first. */
  corrects?: { edition: number; hash: string; slips: readonly { unitName: string; year: number; number: number }[] };
  /** Who signed on the way to it, step by step; absent where nobody does. Printed on the sheet of the edition, never in the report. */
  signatures?: readonly EditionSignature[];
}

export interface EditionSignature {
  step: string;
  name: string;
  answersFor: readonly ContentGroup[];
  signedBy: string;
  signedAt: string;
  /** SHA-256 of the whole that was on the signer's screen. */
  hash: string;
  note: string;
}

export interface EditionPart {
  unitId: string;
  unitName: string;
  quarter: number;
  filingId: string;
  submissionNumber: number;
  hash: string;
  submittedBy: string;
  approvedBy: string;
  approvedAt: string;
}

/** An edition's content with its figures as a book. The text was written by us and is protected by its hash. */
export function readEdition(content: string): Omit<EditionContent, 'figures'> & { figures: Map<CellId, Figure> } {
  const edition = JSON.parse(content) as EditionContent;
  return {
    ...edition,
    switchedOff: edition.switchedOff ?? [],
    corrections: edition.corrections ?? [],
    figures: new Map(Object.entries(edition.figures)),
  };
}
