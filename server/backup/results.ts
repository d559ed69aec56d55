import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolderForGood } from '@/db/store/make-folder';
import { writeWhole } from './files';
import { reasons } from './manifest';

const result = z.object({
  at: z.iso.datetime(),
  ok: z.boolean(),
  seconds: z.number(),
  /** The name of the backup that was made or tried out. */
  backup: z.string().optional(),
  problem: z.string().optional(),
  reason: z.enum(reasons).optional(),
  /** What a drill found: where the log ends, and rows over all tables. */
  head: z.object({ seq: z.number(), hash: z.string() }).optional(),
  rows: z.number().optional(),
});

/** How the last backup, or the last drill, went. */
export type Result = z.infer<typeof result>;

const files = { backup: 'last-backup.json', drill: 'last-drill.json' } as const;

/** Keeps a result beside the backups. That it could not be kept (a full disk) must not hide what it tells of. */
export function keepResult(folder: string, of: keyof typeof files, told: Result): void {
  try {
    makeFolderForGood(folder);
    writeWhole(join(folder, files[of]), `${JSON.stringify(told, null, 2)}\n`);
  } catch (error) {
    process.stderr.write(`${join(folder, files[of])}: ${(error as Error).message}\n`);
  }
}

/** Null: there has been none, or its result cannot be read. */
export function lastResult(folder: string, of: keyof typeof files): Result | null {
  try {
    return result.parse(JSON.parse(readFileSync(join(folder, files[of]), 'utf8')));
  } catch {
    return null;
  }
}
