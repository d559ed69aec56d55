import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson, contentHash } from '@/server/domain/audit';

export const manifestName = 'manifest.json';

/** What a backup was made for. */
export const reasons = ['asked', 'scheduled', 'before_migration'] as const;
export type Reason = (typeof reasons)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

const schema = z.strictObject({
  kind: z.literal('nianbao-backup'),
  layout: z.literal(1),
  madeAt: z.iso.datetime(),
  reason: z.enum(reasons),
  /** Version of the program that made it. */
  program: z.string(),
  /** What each store says of itself, by its name. */
  stores: z.record(z.string(), z.record(z.string(), z.unknown())),
  files: z.array(z.strictObject({ name: z.string(), bytes: count, sha256: hash })),
  /** Of everything above, so that damage to the manifest itself shows. */
  hash,
});

export type Manifest = z.infer<typeof schema>;

export function sealManifest(content: Omit<Manifest, 'hash' | 'kind' | 'layout'>): Manifest {
  const whole = { kind: 'nianbao-backup' as const, layout: 1 as const, ...content };
  return { ...whole, hash: contentHash(whole) };
}

export function manifestText(manifest: Manifest): string {
  return canonicalJson(manifest);
}

/** The manifest of a backup, or what is wrong with it. Its text has one form only, so that not a single bit can change unseen. */
export function readManifest(folder: string): { manifest: Manifest } | { manifest: null; fault: string } {
  const faulty = (fault: string) => ({ manifest: null, fault: `${manifestName}: ${fault}` });
  let text: string;
  let value: unknown;
  try {
    text = readFileSync(join(folder, manifestName), 'utf8');
  } catch (error) {
    return faulty(`读不到 / cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    value = JSON.parse(text);
  } catch {
    return faulty('不是 JSON / is no JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return faulty(`不是备份清单 / is not the manifest of a backup (${parsed.error.issues[0]?.path.join('.')})`);
  const { hash: stated, ...content } = parsed.data;
  if (contentHash(content) !== stated || manifestText(parsed.data) !== text)
    return faulty('内容与自身的哈希不符 / does not agree with its own hash');
  return { manifest: parsed.data };
}
