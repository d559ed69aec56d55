import { z } from 'zod';
import { id, text } from './schemas';

const figure = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not_filled') }),
  z.strictObject({ state: z.literal('number'), value: z.number().int(), decimals: z.number().int().min(0).max(6) }),
  z.strictObject({ state: z.literal('not_applicable') }),
  z.strictObject({ state: z.literal('unreadable'), raw: text.max(200) }),
]);

const maxCells = 1_000;

/** What a page showed when its person acted on it. Believed only with the hash that goes with it. */
export const seen = z.strictObject({
  figures: z.record(id, figure).refine((figures) => Object.keys(figures).length <= maxCells),
  declared: z
    .array(z.enum(['3', '4']))
    .max(2)
    .readonly(),
  contribution: text.max(20_000),
  explanations: z
    .array(z.strictObject({ id, isCountersigned: z.boolean() }))
    .max(500)
    .readonly(),
});
