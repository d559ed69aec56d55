import { z } from 'zod';
import type { Figure } from '@/server/domain/figures';
import type { CellId, Indicator } from '@/server/domain/formats';
import { type DeclarableSection, declarableSections } from '@/server/domain/workflow';
import { frozenFigures, frozenIndicator, readFrozen } from './frozen-content';

/** What a submission freezes. Figures by cell id, in the words of the figure model. */
export interface FilingContent {
  unitId: string;
  year: number;
  quarter: number;
  format: string;
  rowVariant: string;
  figures: Record<CellId, Figure>;
  declared: readonly DeclarableSection[];
  contribution: string;
  /** Reasons of the openings that were restated, by cell; left out when there are none. */
  restated?: Readonly<Record<CellId, string>>;
  /** The local indicators the unit was asked for, as they were defined then; absent when it was asked for none. */
  indicators?: readonly Indicator[];
}

const schema: z.ZodType<FilingContent> = z.looseObject({
  unitId: z.string(),
  year: z.int(),
  quarter: z.int(),
  format: z.string(),
  rowVariant: z.string(),
  figures: frozenFigures,
  declared: z.array(z.enum(declarableSections)),
  contribution: z.string(),
  restated: z.record(z.string(), z.string()).optional(),
  indicators: z.array(frozenIndicator).optional(),
});

/** What a submission froze, whenever it was submitted. @throws DamagedContent */
export function readSubmission(content: string): FilingContent {
  return readFrozen('submission', schema, content);
}
