import { z } from 'zod';
import { measureKeys } from '@/server/domain/trends';
import { loadTrendChoice, loadUnitTrends, maxUnits } from '@/server/queries/trends';
import { workOf } from '@/server/work';
import { by } from '../by';
import { id, scope, year } from '../schemas';
import { procedure, router } from '../trpc';

/** What reports say from year to year, and units beside each other. */
export const trendsRouter = router({
  /** Whose trends a page shows; units to choose from are `office.unitChoices`. */
  choice: procedure
    .input(z.strictObject({ unitId: id.optional() }))
    .query(({ ctx, input }) => loadTrendChoice(ctx.store.read, ctx.actor, input.unitId)),
  years: procedure
    .input(z.strictObject({ unitId: id, scope }))
    .query(({ ctx, input }) => workOf(ctx.command).do('trends', { ...by(ctx), of: input })),
  units: procedure
    .input(z.strictObject({ unitId: id, year, measure: z.enum(measureKeys) }))
    .query(({ ctx, input }) => loadUnitTrends(ctx.store.read, ctx.actor, { ...input, limit: maxUnits })),
});
