import { z } from 'zod';
import { contentGroups, signingRoles } from '@/server/domain/signing';

/** Texts from outside. NUL and half a surrogate pair cannot be stored by every engine, and are refused by name. */
export const text = z
  .string()
  .refine(
    (value) => !/\0|\p{Surrogate}/u.test(value),
    '文字中含有无法保存的字符（空字符 NUL 或残缺的字符），请删除后重试 / contains a NUL or a broken character',
  );
export const id = text.min(1).max(80);
/** The values an explanation is bound to, as the checks wrote them. */
export const boundTo = text.max(20_000);
export const line = text.max(200);
/** A chapter of a report, or what a unit sends for one: some seventy pages. What is stored and longer is read as before. */
export const chapter = text.max(50_000);
/** Of a list that is shown in pages: which one, and what is looked for in it. */
export const pageNumber = z.number().int().min(1).max(10_000).optional();
export const search = line.optional();
export const year = z.number().int().min(2008).max(2100);
export const quarter = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    (value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value),
    '不是有效日期 / not a valid date',
  );
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const scope = z.enum(['own_organ', 'consolidated']);
export const reportKey = { unitId: id, year, scope };
const edition = z.number().int().min(1).max(100_000);
/** Which two are compared: an edition, and a later one or, for null, the draft. */
export const editionAsked = { from: edition, to: edition.nullable() };
/** One step on the way from a draft to an edition. */
export const signingStep = z.strictObject({
  key: text.max(40),
  name: text.max(60),
  role: z.enum(signingRoles),
  answersFor: z.array(z.enum(contentGroups)).max(contentGroups.length),
  isPerEdition: z.boolean(),
});
/** The person's own, typed again; empty where the demonstration's door stands in. */
export const password = text.max(200);
/** What of the log somebody looks for. */
export const eventsAsked = z.strictObject({
  kindPrefix: text.max(40).nullable().default(null),
  person: line.default(''),
  unit: line.default(''),
  object: line.default(''),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
});
