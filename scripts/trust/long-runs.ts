import { proveFlushes } from '../bench/save/prove-flushes';
import { inWorkFolder } from '../bench/work-folder';
import { killWhileSaving } from './kills';
import { losePower } from './power/power-loss';

/** What a long run showed, in words, and whether the promise held. */
export type LongRun = (options: { folder: string; isLong: boolean }) => Promise<{ figure: string; holds: boolean }>;

export const longRuns = {
  /** T1. Short: as in `npm test`; long: as promised. */
  kills: ({ folder, isLong }) =>
    inWorkFolder(folder, async (data) => {
      const told = await killWhileSaving(data, isLong ? { kills: 100, clerks: 200, seed: 1 } : { kills: 5, clerks: 20, seed: 1 });
      const { kills, acknowledged, lost, halves, notWhole } = told;
      return {
        figure: `SQLite: ${kills} kills, ${acknowledged} acknowledged saves of three cells, ${lost} lost, ${halves} halves, ${notWhole} files not whole`,
        holds: lost + halves + notWhole === 0 && acknowledged > 0,
      };
    }),
  /** T3, with its controls: the same cuts on a disk that says it has what it has not must miss something. */
  power: ({ folder, isLong }) =>
    inWorkFolder(folder, async (data) => {
      const size = isLong ? { cuts: 200, controlCuts: 20, clerks: 20, saves: 1200 } : { cuts: 30, controlCuts: 5, clerks: 10, saves: 150 };
      const { cuts, acknowledged, lost, halves, notWhole, badBackups, faults, control } = await losePower(data, { ...size, seed: 1 });
      for (const fault of faults) process.stderr.write(`${fault}\n`);
      return {
        figure: `SQLite: ${cuts} cuts among ${acknowledged} acknowledged saves of three cells, ${lost} lost, ${halves} halves, ${notWhole} files not whole, ${badBackups} backups bad; without any flush ${control.nothing.missed} of ${control.nothing.cuts} cuts miss something, without those of its log ${control.log.missed} of ${control.log.cuts}`,
        holds: lost + halves + notWhole + badBackups === 0 && acknowledged > 0 && control.nothing.missed > 0 && control.log.missed > 0,
      };
    }),
  /** T2, with its control. Nothing is counted where strace is not installed, and then the promise is not shown. */
  flushes: ({ folder }) =>
    inWorkFolder(folder, async (data) => {
      const counted = await proveFlushes(data);
      const [product, control] = counted.map((one) => one.value);
      return {
        figure: counted.length === 0 ? 'strace is not installed' : `${product} flushes for 100 saves, ${control} with synchronous = OFF`,
        holds: counted.length > 0 && Number(product) >= 100 && control === 0,
      };
    }),
} satisfies Record<string, LongRun>;
