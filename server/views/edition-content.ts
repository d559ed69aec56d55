import { z } from 'zod';
import type { Figure } from '@/server/domain/figures';
import { type CellId, type FormatId, formatIds, type RowVariant } from '@/server/domain/formats';
import { exactnesses } from '@/server/domain/prose';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import { type ContentGroup, contentGroups } from '@/server/domain/signing';
import type { Notes, Scope, Texts } from '@/server/domain/subject';
import type { StatedAdjustment } from '@/server/domain/subject/stated-adjustment';
import { frozenFigure, frozenFigures, frozenIndicator, readFrozen } from './frozen-content';
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
  /** The edition this one follows, why it is corrected (left out before the reason was asked for), and the slips that came into force since; absent in the first. */
  corrects?: { edition: number; hash: string; reason?: string; slips: readonly { unitName: string; year: number; number: number }[] };
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

const explanationKinds = ['explanation', 'exception'] as const;
const slip = { unitName: z.string(), year: z.int(), number: z.int() };
const words = z.record(z.string(), z.string());

const schema: z.ZodType<EditionContent> = z.looseObject({
  kind: z.literal('edition'),
  origin: z.enum(['assembled', 'imported']),
  number: z.int(),
  organ: z.string(),
  unitId: z.string(),
  year: z.int(),
  scope: z.enum(['own_organ', 'consolidated']),
  format: z.enum(formatIds),
  rowVariant: z.enum(['other_three', 'other_single']),
  figures: frozenFigures,
  texts: words,
  written: z
    .looseObject({
      texts: words,
      facts: z.array(
        z.looseObject({
          id: z.string(),
          name: z.string(),
          value: z.string(),
          unit: z.string(),
          exactness: z.enum(exactnesses),
          ownerUnitId: z.string().nullable(),
          evidence: z.string(),
        }),
      ),
    })
    .optional(),
  adjustments: z
    .array(
      z.looseObject({
        cell: z.string(),
        value: z.int(),
        decimals: z.int(),
        reason: z.string(),
        sum: z.string(),
        printed: z.string(),
        writtenBy: z.string(),
        countersignedBy: z.string(),
      }),
    )
    .optional(),
  notes: words.optional(),
  indicators: z
    .array(frozenIndicator.extend({ figure: frozenFigure, units: z.array(z.looseObject({ unit: z.string(), figure: frozenFigure })) }))
    .optional(),
  parts: z.array(
    z.looseObject({
      unitId: z.string(),
      unitName: z.string(),
      quarter: z.int(),
      filingId: z.string(),
      submissionNumber: z.int(),
      hash: z.string(),
      submittedBy: z.string(),
      approvedBy: z.string(),
      approvedAt: z.string(),
    }),
  ),
  corrections: z.array(z.looseObject({ ...slip, reason: z.string(), acceptedAt: z.string() })).default([]),
  missing: z.array(z.looseObject({ unitId: z.string(), unitName: z.string(), quarters: z.array(z.int()) })),
  explanations: z.array(
    z.looseObject({
      kind: z.enum(explanationKinds),
      rule: z.string(),
      text: z.string(),
      writtenBy: z.string(),
      countersignedBy: z.string().nullable(),
    }),
  ),
  packVersion: z.string(),
  switchedOff: z.array(z.looseObject({ rule: z.string(), reason: z.string() })).default([]),
  corrects: z
    .looseObject({ edition: z.int(), hash: z.string(), reason: z.string().optional(), slips: z.array(z.looseObject(slip)) })
    .optional(),
  signatures: z
    .array(
      z.looseObject({
        step: z.string(),
        name: z.string(),
        answersFor: z.array(z.enum(contentGroups)),
        signedBy: z.string(),
        signedAt: z.string(),
        hash: z.string(),
        note: z.string(),
      }),
    )
    .optional(),
});

/** An edition's content with its figures as a book, whenever it was finalised. @throws DamagedContent */
export function readEdition(content: string): Omit<EditionContent, 'figures'> & { figures: Map<CellId, Figure> } {
  const edition = readFrozen('edition', schema, content);
  return { ...edition, figures: new Map(Object.entries(edition.figures)) };
}
