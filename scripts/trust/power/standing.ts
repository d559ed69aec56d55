import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { seededRandom } from '@/server/domain/seeded-random';
import { ForgetfulDisk, type Standing } from './disk-model';
import type { Recorded } from './read-recording';

/** All that stands below a folder, each folder before what is in it. */
export function standingIn(root: string): Standing {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(paths.map((path) => [path, lstatSync(join(root, path)).isDirectory() ? null : readFileSync(join(root, path))]));
}

export function putDown(standing: Standing, folder: string): void {
  mkdirSync(folder);
  for (const [path, bytes] of standing)
    if (bytes === null) mkdirSync(join(folder, path), { mode: 0o700 });
    else writeFileSync(join(folder, path), bytes, { mode: 0o600 });
}

/** Whatever was written past the recording would be missing in every cut without anybody's fault. @param before what stood when it began */
export function requireAllRecorded(records: readonly Recorded[], root: string, before: Standing = new Map()): void {
  const disk = new ForgetfulDisk(root, before);
  for (const record of records) if (record.kind !== 'told') disk.apply(record);
  const [reckoned, found] = [disk.afterPowerLoss('everything', seededRandom(1)), standingIn(root)];
  const wrong = [...new Set([...reckoned.keys(), ...found.keys()])].filter((path) => {
    const [one, other] = [reckoned.get(path), found.get(path)];
    return one === undefined || other === undefined || (one && other ? !one.equals(other) : one !== other);
  });
  if (wrong.length > 0) throw new Error(`the recording does not account for ${wrong.map((path) => relative('.', path)).join(', ')}`);
}
