import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './measured';
import { benchFolder } from './work-folder';

/** Keeps the figures of the last run of a bench. @returns the file */
export function writeResult(name: string, measured: readonly Measured[]): string {
  mkdirSync(benchFolder, { recursive: true });
  const file = join(benchFolder, `${name}.json`);
  const rows = measured.map(({ what, value, unit, goal }) => ({
    what,
    value,
    unit,
    ...(goal ? { goal: goal.text, met: goal.isMet(value) } : {}),
  }));
  const machine = { node: process.version, platform: process.platform, cores: cpus().length };
  writeFileSync(file, `${JSON.stringify({ bench: name, at: new Date().toISOString(), ...machine, rows }, null, 2)}\n`);
  return file;
}
