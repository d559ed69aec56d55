import { benchBeyond } from './beyond/bench-beyond';
import { benchBoard } from './board/bench-board';
import { benchBytes } from './bytes/bench-bytes';
import { benchBackup } from './clerks/bench-backup';
import { benchClerks } from './clerks/bench-clerks';
import { benchEditor } from './editor/bench-editor';
import { benchEffort } from './effort/bench-effort';
import { benchExports } from './exports/bench-exports';
import { benchPacks } from './exports/bench-packs';
import { benchFaces } from './faces/bench-faces';
import { benchFigures } from './figures/bench-figures';
import { benchFindings } from './findings/bench-findings';
import { benchFirstLoad } from './form/first-load';
import { benchKeyToPaint } from './form/key-to-paint';
import { benchQuiet } from './form/quiet';
import { benchGrowth } from './growth/bench-growth';
import { benchHostile } from './hostile';
import type { Bench, Measured } from './measured';
import { benchMixed } from './mixed/bench-mixed';
import { benchOpen } from './open/bench-open';
import { printTable } from './print-table';
import { benchProse } from './prose/bench-prose';
import { benchQueue } from './queue/bench-queue';
import { benchRollUp } from './roll-up/bench-roll-up';
import { benchRules } from './rules';
import { benchSave } from './save/bench-save';
import { benchStart } from './start/bench-start';
import { benchStretches } from './stretches/bench-stretches';
import { benchTrace } from './trace/bench-trace';
import { benchWord } from './word/bench-word';
import { diskFolder, inWorkFolder } from './work-folder';
import { writeReadme } from './write-readme';
import { writeResult } from './write-result';

/**
 * `npm run bench -- save|rollup|word|rules|clerks|…`: what the product costs, compared within one run with what it could cost at least.
 * To add one: a function that measures and one line here. Ratios hold on any machine; the absolute figures are this one's.
 */
const benches: Record<string, Bench> = {
  save: benchSave,
  start: benchStart,
  bytes: benchBytes,
  open: benchOpen,
  board: benchBoard,
  figures: benchFigures,
  findings: benchFindings,
  growth: benchGrowth,
  rollup: benchRollUp,
  trace: benchTrace,
  word: benchWord,
  faces: benchFaces,
  rules: benchRules,
  hostile: benchHostile,
  prose: benchProse,
  clerks: benchClerks,
  backup: benchBackup,
  exports: benchExports,
  packs: benchPacks,
  mixed: benchMixed,
  stretches: benchStretches,
  queue: benchQueue,
  paint: benchKeyToPaint,
  load: benchFirstLoad,
  quiet: benchQuiet,
  editor: benchEditor,
  effort: benchEffort,
  beyond: benchBeyond,
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const asked = process.argv.slice(2).filter((name) => name !== 'all');
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`bench: unknown ${unknown.join(', ')}. Known: ${Object.keys(benches).join(', ')}, all.\n`);
  process.exit(2);
}
const missed: Measured[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measured = await inWorkFolder(diskFolder, (folder) => bench({ folder, say: (line) => process.stderr.write(`${name}: ${line}\n`) }));
  printTable(name, measured);
  process.stdout.write(`${writeResult(name, measured)}\n\n`);
  writeReadme(name, measured, new Date());
  missed.push(...measured.filter((one) => one.goal && !one.goal.isMet(one.value)));
}
for (const one of missed) process.stdout.write(`goal missed: ${one.what}: ${one.value} (${one.goal?.text})\n`);
process.exitCode = missed.length > 0 ? 1 : 0;
