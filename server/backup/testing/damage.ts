import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeededRandom } from '@/server/domain/seeded-random';
import { checkBackup } from '../check-backup';
import { filesBelow } from '../files';
import { manifestName } from '../manifest';

/** 200 in the long form; see the room's README. */
export const damagedBackups = Number(process.env.DAMAGED_BACKUPS ?? 40);

/**
 * A backup damaged again and again, each time in one way that discs, cables and hands have: cut, grown, a bit turned, two blocks exchanged, a
 * file gone, one of another backup, a word of the manifest changed.
 *
 * @param other another backup of the same office
 * @returns what was done to those that were taken for whole
 */
export async function missedDamages(of: { folder: string; other: string; trials: number; random: SeededRandom }): Promise<string[]> {
  const { folder, other, trials, random } = of;
  const damaged = `${folder}-damaged`;
  const missed: string[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    rmSync(damaged, { recursive: true, force: true });
    cpSync(folder, damaged, { recursive: true });
    const what = damage(damaged, other, random);
    if ((await checkBackup(damaged)).faults.length === 0) missed.push(`${trial}: ${what}`);
  }
  rmSync(damaged, { recursive: true, force: true });
  return missed;
}

const blockBytes = 512;

function damage(folder: string, other: string, random: SeededRandom): string {
  const below = (limit: number) => random.integer(0, limit - 1);
  const names = filesBelow(folder);
  const name = names[below(names.length)] ?? '';
  const file = join(folder, name);
  const bytes = readFileSync(file);
  switch (below(8)) {
    case 0:
      truncateSync(file, below(bytes.length));
      return `${name} cut`;
    case 1:
      rmSync(file);
      return `${name} removed`;
    case 2:
      if (!existsSync(join(other, name))) throw new Error(`there is no ${name} in the other backup`);
      cpSync(join(other, name), file);
      return `${name} of another backup`;
    case 3:
      writeFileSync(file, Buffer.concat([bytes, Buffer.from([below(256)])]));
      return `${name} grown`;
    case 4: {
      const [one, another] = differingBlocks(bytes, below);
      const kept = Buffer.from(bytes.subarray(one, one + blockBytes));
      bytes.copy(bytes, one, another, another + blockBytes);
      kept.copy(bytes, another);
      writeFileSync(file, bytes);
      return `${name} blocks at ${one} and ${another} exchanged`;
    }
    case 5: {
      const manifest = join(folder, manifestName);
      const said = readFileSync(manifest, 'utf8');
      const digits = [...said.matchAll(/[0-9]/g)].map(({ index }) => index);
      const at = digits[below(digits.length)] ?? 0;
      writeFileSync(manifest, `${said.slice(0, at)}${(Number(said[at]) + 1 + below(9)) % 10}${said.slice(at + 1)}`);
      return `the manifest's digit at ${at}`;
    }
    default: {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      writeFileSync(file, bytes);
      return `${name} bit at ${at}`;
    }
  }
}

/** Two blocks that do not hold the same, or nothing would be damaged by exchanging them. */
function differingBlocks(bytes: Buffer, below: (limit: number) => number): [number, number] {
  const blocks = Math.floor(bytes.length / blockBytes);
  for (;;) {
    const [one, another] = [below(blocks) * blockBytes, below(blocks) * blockBytes];
    if (!bytes.subarray(one, one + blockBytes).equals(bytes.subarray(another, another + blockBytes))) return [one, another];
  }
}
