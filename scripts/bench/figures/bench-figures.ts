import { type Asked, ask, besideBare, inOffice, onBothEngines, pathOf, spentOn } from '../asked/ask';
import { atMost, type Bench, type Measured, round } from '../measured';
import { root, year } from '../roll-up/seed-year';

const units = Number(process.env.NIANBAO_BENCH_UNITS ?? 1_000);
const times = 40;
const key = { unitId: root, year, scope: 'consolidated' };

/** What is asked of a year of a thousand units as a browser asks it. */
const questions: Readonly<Record<string, readonly [procedure: string, input: object]>> = {
  'a measure of every unit, beside each other': ['trends.units', { unitId: root, year, measure: 'received' }],
  'a cell of every unit, quarter by quarter': ['report.traceUnits', { ...key, cell: 's3.granted.natural_person' }],
  'a typed cell of the whole, with the first units and people': ['report.trace', { ...key, cell: 's3.granted.natural_person' }],
  'a total of the whole, with its terms': ['report.trace', { ...key, cell: 's3.granted.total' }],
};

/**
 * Figures of 1,000 units × 4 approved quarters × 150 cells over the wire, one question after another: as long as nothing is approved, and each
 * right after an approval.
 */
export const benchFigures: Bench = async ({ folder, say }) =>
  besideBare(async (bare) => {
    const least = await spentOn(() => bare, times);
    const measured = await onBothEngines(async (engine, databaseAt): Promise<Measured[]> => {
      say(`${engine}: a year of ${units} units`);
      return inOffice({ folder, kind: 'approved', units, url: databaseAt('figures') }, async ({ port, office }) => {
        const rows: Measured[] = [];
        for (const [what, [procedure, input]] of Object.entries(questions)) {
          const asked: Asked = { port, path: pathOf(procedure, input), cookie: office };
          const { wallMs, processorMs, bytes } = await spentOn(() => asked, times);
          const after = await spentOn(
            () => asked,
            times / 2,
            async () => void (await ask({ port, path: '/approve', cookie: '' })),
          );
          say(`${engine}: ${what}: ${wallMs} ms, ${processorMs} ms of processor, ${bytes} bytes; after an approval ${after.wallMs} ms`);
          rows.push(
            { what: `${engine}: ${what}, processor time`, value: round(processorMs, 1), unit: 'ms', goal: atMost(15) },
            { what: `${engine}: … until the answer is there`, value: round(wallMs, 1), unit: 'ms' },
            {
              what: `${engine}: … against the bare procedure, processor time`,
              value: round(processorMs / least.processorMs, 1),
              unit: 'times',
            },
            { what: `${engine}: … right after an approval, processor time`, value: round(after.processorMs, 1), unit: 'ms' },
          );
        }
        return rows;
      });
    });
    return [...measured, { what: 'the bare procedure, processor time', value: round(least.processorMs), unit: 'ms' }];
  });
