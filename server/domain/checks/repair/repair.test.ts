import { describe, expect, it } from 'vitest';
import { count, type FigureBook, numberAt } from '../../figures';
import { type SeededRandom, seededRandom } from '../../seeded-random';
import { aValidReport, type ValidReport } from '../../testing/a-valid-report';
import { changeOneCell, forgetSomeCells, misplaceWithinColumn, misplaceWithinRow, type Trial } from '../../testing/trials';
import type { Finding } from '../check';
import { weigh } from '../identity';
import { runChecks } from '../index';
import { t3Col } from '../rules/t3-col';
import { t3Row } from '../rules/t3-row';
import { t3Sum } from '../rules/t3-sum';
import { aSubject } from '../testing/example-subject';
import { isDigitSwap } from './rank-repairs';

/** Few enough for every run; `npm run bench` does ten thousand of each. */
const trials = 150;

function findingsOn({ format, content }: ValidReport, trial: Trial): Finding[] {
  return runChecks(aSubject({ ...content, format, figures: trial.figures })).findings.filter(({ severity }) => severity === 'must_fix');
}

function repairsOf(findings: readonly Finding[]) {
  return findings.flatMap((finding) => finding.repair);
}

function undoes(repair: { changes: readonly { cell: string; to: number }[] }, trial: Trial): boolean {
  return (
    repair.changes.length === trial.planted.length &&
    trial.planted.every(({ cell, from }) => repair.changes.some((change) => change.cell === cell && change.to === from))
  );
}

const columns = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'];
const endRows = ['new_received', 'carried_in', 'granted', 'unable_not_held', 'carried_out'];

/** An amount that stands in another of the stated totals than it should. */
function moveBetweenTotals(pick: (random: SeededRandom) => readonly [string, string]) {
  return ({ content }: ValidReport, random: SeededRandom): Trial | null => {
    const [from, to] = pick(random);
    const [less, more] = [numberAt(content.figures, from) ?? 0, numberAt(content.figures, to) ?? 0];
    if (from === to || less === 0) return null;
    const amount = random.integer(1, less);
    return planted(content.figures, [
      { cell: from, from: less, to: less - amount },
      { cell: to, from: more, to: more + amount },
    ]);
  };
}

const outcomes =
  'granted partially_granted denied_state_secret denied_law_forbids denied_three_security_one_stability denied_third_party_rights denied_internal_affairs denied_process_information denied_enforcement_files denied_inquiry unable_not_held unable_must_be_made unable_unclear_after_correction refused_petition refused_repeat refused_publication refused_excessive refused_confirmation_again other_no_correction other_no_fee_paid other_misc';
/** Table 三 and the row of table 四 as they are printed, written down from the notice and not from the format. */
const printed = {
  three: ['new_received', 'carried_in', ...outcomes.split(' '), 'result_total', 'carried_out'].map((row) =>
    [...columns, 'total'].map((column) => `s3.${row}.${column}`),
  ),
  four: ['review', 'litigation_direct', 'litigation_after_review'].flatMap((block) =>
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((place) => `s4.${block}.${place}`),
  ),
};

/** A count written into the cell to the right or below, where nothing stood, or the other way round; its own cell is left at 0. */
function intoNeighbouringCell({ content }: ValidReport, random: SeededRandom): Trial | null {
  const at = (cell: string) => numberAt(content.figures, cell);
  const beside = printed.three.flatMap((row) => row.slice(1).map((cell, left) => [row[left] ?? '', cell]));
  const below = printed.three.slice(1).flatMap((row, above) => row.map((cell, column) => [printed.three[above]?.[column] ?? '', cell]));
  const inFour = printed.four.slice(1).map((cell, left) => [printed.four[left] ?? '', cell]);
  const pairs = random
    .pick([beside, below, inFour])
    .flatMap(([a = '', b = '']) => [
      [a, b],
      [b, a],
    ])
    .filter(([from = '', to = '']) => (at(from) ?? 0) > 0 && at(to) === 0);
  if (pairs.length === 0) return null;
  const [from = '', to = ''] = random.pick(pairs);
  const count = at(from) ?? 0;
  return planted(content.figures, [
    { cell: from, from: count, to: 0 },
    { cell: to, from: 0, to: count },
  ]);
}

function isWithinBlock({ planted: [one, other] }: Trial): boolean {
  const [from = '', to = ''] = [one?.cell, other?.cell];
  return from.startsWith('s4.') && from.split('.')[1] === to.split('.')[1];
}

function exchangeRows({ content }: ValidReport, one: string, other: string): Trial {
  const changes = [...columns, 'total'].flatMap((column) => {
    const [a, b] = [`s3.${one}.${column}`, `s3.${other}.${column}`];
    const [inOne, inOther] = [numberAt(content.figures, a) ?? 0, numberAt(content.figures, b) ?? 0];
    return inOne === inOther
      ? []
      : [
          { cell: a, from: inOne, to: inOther },
          { cell: b, from: inOther, to: inOne },
        ];
  });
  return planted(content.figures, changes);
}

function planted(figures: FigureBook, changes: Trial['planted']): Trial {
  return { figures: new Map([...figures, ...changes.map(({ cell, to }) => [cell, count(to)] as const)]), planted: changes };
}

describe('a repair hint', { timeout: 60_000 }, () => {
  it(`names the true cell and value first when one figure of table 三 is changed (${trials} trials)`, () => {
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed, seed % 2 ? 'other_three' : 'other_single');
      const trial = changeOneCell(report, 't3', seededRandom(seed));
      const findings = findingsOn(report, trial);
      expect(findings, `seed ${seed}`).toHaveLength(1);
      const [first, second] = repairsOf(findings);
      expect(first && undoes(first, trial), `seed ${seed}: ${JSON.stringify([trial.planted, first])}`).toBe(true);
      expect(second?.rank ?? 2).toBeGreaterThan(1);
    }
  });

  it(`lists every cell of the block as equally likely when one figure of table 四 is changed (${trials} trials)`, () => {
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed);
      const trial = changeOneCell(report, 't4', seededRandom(seed));
      const findings = findingsOn(report, trial);
      expect(findings).toHaveLength(1);
      const repairs = repairsOf(findings);
      expect(repairs.some((repair) => undoes(repair, trial))).toBe(true);
      expect(new Set(repairs.map((repair) => repair.rank))).toEqual(new Set([1]));
      const gap = Number(findings[0]?.difference);
      const block = findings[0]?.cells ?? [];
      const possible = block.filter((cell) => {
        const figure = trial.figures.get(cell);
        const value = figure?.state === 'number' ? figure.value : 0;
        return cell.endsWith('.total') ? value - gap >= 0 : value + gap >= 0;
      });
      expect(repairs.map((repair) => repair.changes[0]?.cell).sort()).toEqual([...possible].sort());
    }
  });

  it.each([
    ['a row', misplaceWithinRow],
    ['a column', misplaceWithinColumn],
  ] as const)('has the true place among the first when a count is misplaced within %s', (_, misplace) => {
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed);
      const trial = misplace(report, seededRandom(seed));
      if (!trial) continue;
      const findings = findingsOn(report, trial);
      expect(findings, `seed ${seed}`).toHaveLength(1);
      const repairs = repairsOf(findings);
      const found = repairs.find((repair) => undoes(repair, trial));
      expect(found?.rank, `seed ${seed}: ${JSON.stringify(trial.planted)}`).toBe(1);
      for (const { cell } of trial.planted) expect(findings.some((finding) => finding.cells.includes(cell))).toBe(true);
    }
  });

  it('is one finding, its own cells first, when a count is written into the cell beside or below its own', () => {
    let looked = 0;
    for (let seed = 1; seed <= 3 * trials; seed += 1) {
      const report = aValidReport(seed);
      const trial = intoNeighbouringCell(report, seededRandom(seed));
      if (!trial) continue;
      // A block of table 四 is held by one sum: nothing tells a count that moved within it from a wrong one, if anything is wrong at all.
      if (isWithinBlock(trial)) continue;
      looked += 1;
      const findings = findingsOn(report, trial);
      const told = `seed ${seed}: ${JSON.stringify(trial.planted)}`;
      expect(findings, told).toHaveLength(1);
      const repairs = repairsOf(findings);
      expect(
        repairs.some((repair) => undoes(repair, trial)),
        told,
      ).toBe(true);
      const likely = new Set(repairs.filter(({ rank }) => rank === 1).flatMap(({ changes }) => changes.map(({ cell }) => cell)));
      const own = new Set(findings[0]?.cells.slice(0, likely.size));
      if (repairs.filter(({ rank }) => rank === 1).every(({ kind }) => kind === 'move')) expect(own, told).toEqual(likely);
      for (const { cell } of trial.planted) expect(findings[0]?.cells, told).toContain(cell);
    }
    expect(looked).toBeGreaterThan(trials);
  });

  it('is one finding in a form too, where totals are computed: both columns are off by the count that moved', () => {
    for (let seed = 1; seed <= trials / 3; seed += 1) {
      const report = aValidReport(seed);
      const trial = misplaceWithinRow(report, seededRandom(seed));
      if (!trial) continue;
      const subject = aSubject({ ...report.content, format: report.format, figures: trial.figures, kind: 'filing' });
      const findings = runChecks(subject).findings.filter(({ rule }) => rule === 't3-col');
      expect(findings, `seed ${seed}`).toHaveLength(1);
      for (const { cell } of trial.planted) expect(findings[0]?.cells).toContain(cell);
    }
  });

  it('undoes a slip within the row （七）总计 first, and touches no right figure', () => {
    const plant = moveBetweenTotals((random) => [`s3.result_total.${random.pick(columns)}`, `s3.result_total.${random.pick(columns)}`]);
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed);
      const trial = plant(report, seededRandom(seed));
      if (!trial) continue;
      const findings = findingsOn(report, trial);
      const [first, second] = repairsOf(findings);
      expect(first && undoes(first, trial), `seed ${seed}: ${JSON.stringify([trial.planted, first])}`).toBe(true);
      expect(second?.rank ?? 2).toBeGreaterThan(1);
      expect(findings[0]?.cells[0]).toBe(first?.changes[0]?.cell);
    }
  });

  it('has a slip within the column 总计 among the first', () => {
    const plant = moveBetweenTotals((random) => [`s3.${random.pick(endRows)}.total`, `s3.${random.pick(endRows)}.total`]);
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed);
      const trial = plant(report, seededRandom(seed));
      if (!trial) continue;
      const found = repairsOf(findingsOn(report, trial)).find((repair) => undoes(repair, trial));
      expect(found?.rank, `seed ${seed}: ${JSON.stringify(trial.planted)}`).toBe(1);
    }
  });

  it('is one finding when two whole rows stand in each other’s place', () => {
    let looked = 0;
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed);
      const random = seededRandom(seed);
      const trial = exchangeRows(
        report,
        random.pick(['new_received', 'carried_in', 'granted']),
        random.pick(['carried_out', 'result_total']),
      );
      if (trial.planted.length < 6) continue;
      looked += 1;
      const findings = findingsOn(report, trial);
      expect(findings, `seed ${seed}`).toHaveLength(1);
      const [first] = repairsOf(findings);
      expect(first?.kind, `seed ${seed}`).toBe('rows');
      expect(first && undoes(first, trial), `seed ${seed}: ${JSON.stringify([trial.planted, first])}`).toBe(true);
      expect(trial.planted.map(({ cell }) => cell)).toContain(findings[0]?.cells[0]);
    }
    expect(looked).toBeGreaterThan(trials / 4);
  });

  it.each([
    ['one changed cell', (report: ValidReport, seed: number) => changeOneCell(report, 't3', seededRandom(seed))],
    ['a count misplaced within a row', (report: ValidReport, seed: number) => misplaceWithinRow(report, seededRandom(seed))],
    ['a count misplaced within a column', (report: ValidReport, seed: number) => misplaceWithinColumn(report, seededRandom(seed))],
  ] as const)('keeps the true place of %s among the candidates when figures are unknown and a rule still holds it', (_, plant) => {
    for (let seed = 1; seed <= trials; seed += 1) {
      const report = aValidReport(seed);
      const planted = plant(report, seed);
      if (!planted) continue;
      const random = seededRandom(seed + 1);
      const trial = forgetSomeCells(planted, random.integer(1, 40), random);
      const findings = findingsOn(report, trial);
      const subject = aSubject({ ...report.content, format: report.format, figures: trial.figures });
      const isBroken = [t3Row, t3Sum, t3Col].some((check) => check.run(subject).findings.length > 0);
      expect(findings.length > 0).toBe(isBroken);
      if (!isBroken) continue;
      expect(
        repairsOf(findings).some((repair) => undoes(repair, trial)),
        `seed ${seed}: ${JSON.stringify(trial.planted)}`,
      ).toBe(true);
    }
  });

  it('satisfies every identity once its changes are made', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const report = aValidReport(seed);
      const trial = misplaceWithinRow(report, seededRandom(seed));
      if (!trial) continue;
      for (const repair of repairsOf(findingsOn(report, trial))) {
        const mended = new Map(trial.figures);
        for (const { cell, to } of repair.changes) mended.set(cell, { state: 'number', value: to, decimals: 0 });
        const subject = aSubject({ ...report.content, format: report.format, figures: mended });
        for (const check of [t3Row, t3Sum, t3Col])
          for (const identity of check.identities?.(subject) ?? []) {
            const weighed = weigh(subject, identity);
            if ('difference' in weighed) expect(weighed.difference).toBe(0);
          }
      }
    }
  });
});

describe('what a change looks like', () => {
  it.each([
    [48, 84, true],
    [1203, 1230, true],
    [123, 321, false],
    [12, 12, false],
    [12, 120, false],
  ])('%i for %i is a digit swap: %s', (from, to, swapped) => {
    expect(isDigitSwap(from, to)).toBe(swapped);
  });

  it('is said in the hint: 48 was printed for 84', () => {
    const report = aValidReport(1);
    const figures = new Map(report.content.figures);
    for (const id of figures.keys()) if (id.startsWith('s3.')) figures.set(id, count(0));
    for (const row of ['new_received', 'granted', 'result_total'])
      for (const column of ['natural_person', 'total']) figures.set(`s3.${row}.${column}`, count(84));
    figures.set('s3.granted.natural_person', count(48));
    const [repair] = repairsOf(findingsOn(report, { figures, planted: [] }));
    expect(repair).toMatchObject({ kind: 'digit_swap', changes: [{ cell: 's3.granted.natural_person', from: 48, to: 84 }] });
    expect(repair?.message.zh).toBe('“（一）予以公开，自然人”由 48 改为 84（像是两位数字颠倒）。');
  });
});
