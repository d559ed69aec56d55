import { z } from 'zod';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';

/** What stands in a frozen row is not what was frozen there: a fault of the store, to be logged, that nobody at a screen can mend. */
export class DamagedContent extends Error {
  override readonly name = 'DamagedContent';
}

const maxFaultsTold = 5;
const identity = ['unitId', 'year', 'quarter', 'scope', 'number', 'edition'] as const;

/**
 * Frozen text as what it was before it was frozen. Rows of every age are read: what was added to a kind of content later is optional in
 * its schema, and what a schema does not name passes untouched.
 *
 * @param kind how the error calls it: `submission`
 * @throws DamagedContent naming the kind, whose it is as far as it says, and each place that is wrong:
 * `submission of unitId u1, year 2026, quarter 1 is damaged: figures.s3.granted.total: not a figure`
 */
export function readFrozen<T>(kind: string, schema: z.ZodType<T>, content: string): T {
  let stored: unknown;
  try {
    stored = JSON.parse(content);
  } catch (error) {
    throw new DamagedContent(`${kind} is damaged: ${(error as Error).message}`, { cause: error });
  }
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  const { issues } = read.error;
  const told = issues.slice(0, maxFaultsTold).map(({ path, message }) => `${path.join('.') || 'as a whole'}: ${message}`);
  const more = issues.length > told.length ? `; and ${issues.length - told.length} more` : '';
  throw new DamagedContent(`${kind}${whose(stored)} is damaged: ${told.join('; ')}${more}`);
}

function whose(stored: unknown): string {
  if (typeof stored !== 'object' || stored === null) return '';
  const told = identity.flatMap((key) => {
    const value: unknown = Reflect.get(stored, key);
    return typeof value === 'string' || typeof value === 'number' ? [`${key} ${value}`] : [];
  });
  return told.length > 0 ? ` of ${told.join(', ')}` : '';
}

function isFigure(value: unknown): value is Figure {
  if (typeof value !== 'object' || value === null) return false;
  const figure = value as { [key in 'state' | 'value' | 'decimals' | 'raw']?: unknown };
  if (figure.state === 'number')
    return Number.isSafeInteger(figure.value) && Number.isSafeInteger(figure.decimals) && Number(figure.decimals) >= 0;
  if (figure.state === 'unreadable') return typeof figure.raw === 'string';
  return figure.state === 'not_filled' || figure.state === 'not_applicable';
}

export const frozenFigure = z.custom<Figure>(isFigure, 'not a figure');

/** Told apart by hand: a queue reads some hundred figures of each of some hundred submissions. */
export const frozenFigures = z
  .custom<Record<CellId, Figure>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'not figures by cell')
  .check(({ value, issues }) => {
    for (const [cell, figure] of Object.entries(value))
      if (!isFigure(figure)) issues.push({ code: 'custom', message: 'not a figure', path: [cell], input: figure });
  });

/** A local indicator as it was defined that day. */
export const frozenIndicator = z.looseObject({
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  addsUp: z.enum(['flow', 'closing']),
  overUnits: z.enum(['sum', 'none']),
  exactness: z.enum(['exact', 'about']),
  definition: z.string(),
});
