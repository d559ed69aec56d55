import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './measured';

const readme = 'scripts/bench/README.md';

/**
 * The figures of a run into this folder's README, between `<!-- bench <name> -->` and `<!-- end -->`; a bench without such a place is told
 * on the screen only. A goal that was missed says so.
 */
export function writeReadme(name: string, measured: readonly Measured[], at: Date, folder = '.'): boolean {
  const file = join(folder, readme);
  const text = readFileSync(file, 'utf8');
  const place = new RegExp(`(<!-- bench ${name} -->\n)[^]*?(<!-- end -->)`);
  if (!place.test(text)) return false;
  const rows = measured.map(({ what, value, unit, goal }) => {
    const missed = goal && !goal.isMet(value) ? ' (missed)' : '';
    return `| ${what.replaceAll('|', '\\|')} | ${value.toLocaleString('en')} ${unit}${missed} | ${goal ? goal.text : ''} |`;
  });
  const table = [`| \`npm run bench -- ${name}\` (${at.toISOString().slice(0, 10)}) | | goal |`, '|---|---|---|', ...rows].join('\n');
  writeFileSync(
    file,
    text.replace(place, (_, from: string, to: string) => `${from}${table}\n${to}`),
  );
  return true;
}
