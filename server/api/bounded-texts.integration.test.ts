import { expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from './root';

/** What was on the screen and is sent back to say so: as long as what is stored, which may be older than a limit. */
const asStored: ReadonlySet<string> = new Set(['report.takeSuggestion over']);

/** Patterns that say themselves how long a text may be. */
const boundsItself = (schema: z.ZodString) => schema.def.checks?.some((check) => /^\/\^(?!.*[*+]).*\$\/$/.test(String(patternOf(check))));
const patternOf = (check: unknown) => (check as { _zod: { def: { pattern?: RegExp } } })._zod.def.pattern;

/** Every text in an input that has no end, by its place. */
function endless(schema: unknown, place: string): string[] {
  if (schema instanceof z.ZodString) return schema.maxLength === null && !boundsItself(schema) ? [place] : [];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, unknown>).flatMap(([key, inside]) => endless(inside, `${place} ${key}`));
  if (schema instanceof z.ZodArray) return endless(schema.element, `${place} []`);
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap((one) => endless(one, `${place} []`));
  if (schema instanceof z.ZodRecord) return [...endless(schema.keyType, `${place} key`), ...endless(schema.valueType, `${place} value`)];
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((one: unknown) => endless(one, place));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return endless(schema.unwrap(), place);
  const { def } = schema as z.ZodType;
  if (['number', 'boolean', 'enum', 'literal', 'undefined', 'void'].includes(def.type)) return [];
  throw new Error(`${place}: texts of a ${def.type} are not looked for`);
}

it('every text that any procedure takes has an end', () => {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { inputs: unknown[] } }>);
  const found = procedures.flatMap(([path, { _def }]) => _def.inputs.flatMap((input) => endless(input, path)));
  expect(procedures.length).toBeGreaterThan(100);
  expect(found.filter((place) => !asStored.has(place))).toEqual([]);
});
