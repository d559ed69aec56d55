import { runChecks } from '@/server/domain/checks';
import type { Finding, Repair } from '@/server/domain/checks/check';
import { aSubject } from '@/server/domain/checks/example-subject';
import { t3Col } from '@/server/domain/checks/rules/t3-col';
import { t3Row } from '@/server/domain/checks/rules/t3-row';
import { t3Sum } from '@/server/domain/checks/rules/t3-sum';
import { count, type Figure, numberAt } from '@/server/domain/figures';
import { leafCells } from '@/server/domain/formats';
import { applicantKinds } from '@/server/domain/formats/applicant-columns';
import { changeOneNumber, generateNarrative } from '@/server/domain/narrative/testing';
import { parseReportJson, publishedSubject } from '@/server/domain/reading';
import { seededRandom } from '@/server/domain/seeded-random';
import { aValidReport, type ValidReport } from '@/server/domain/testing/a-valid-report';
import { measureSlips } from '@/server/domain/testing/measure-slips';
import { publishedReports } from '@/server/domain/testing/published-reports';
import { changeOneCell, forgetSomeCells, misplaceWithinColumn, misplaceWithinRow, type Trial } from '@/server/domain/testing/trials';
import { checkFiling } from '@/server/domain/workflow/check-filing';
import { atMost, type Bench, exactly, type Measured, median, round } from './measured';

const trials = 10_000;
const correctReports = 500;

/** What the rule pack finds, what it takes for wrong that is right, and how long it takes. */
export const benchRules: Bench = async ({ say }) => {
  const measured: Measured[] = [{ what: 'trials of each kind', value: trials, unit: 'count' }];
  for (const [name, measure] of Object.entries(parts)) {
    say(name);
    measured.push(...measure());
  }
  return measured;
};

const parts: Record<string, () => Measured[]> = {
  'table 三, one cell changed': tableThree,
  'table 四, one cell changed': tableFour,
  'a count misplaced within a row': () => misplaced('within a row', misplaceWithinRow),
  'a count misplaced within a column': () => misplaced('within a column', misplaceWithinColumn),
  'some figures unknown': someUnknown,
  'a number in a sentence changed': prose,
  'quarters against their past': quartersAndSlips,
  'correct reports': falseFindings,
  'how long a check takes': times,
};

function tableThree(): Measured[] {
  let missed = 0;
  let notFirst = 0;
  eachTrial((seed) => {
    const report = aValidReport(seed, seed % 2 ? 'other_three' : 'other_single');
    const trial = changeOneCell(report, 't3', seededRandom(seed));
    const findings = mustFix(report, trial);
    const [first, second] = repairsOf(findings);
    if (findings.length === 0) missed += 1;
    if (!first || !undoes(first, trial) || second?.rank === 1) notFirst += 1;
    return true;
  });
  return [faults('table 三, one cell changed: not found', missed), faults('table 三: true cell and value not first and alone', notFirst)];
}

function tableFour(): Measured[] {
  let missed = 0;
  let notTied = 0;
  eachTrial((seed) => {
    const report = aValidReport(seed);
    const trial = changeOneCell(report, 't4', seededRandom(seed));
    const findings = mustFix(report, trial);
    if (findings.length === 0) missed += 1;
    const gap = Number(findings[0]?.difference);
    const possible = (findings[0]?.cells ?? []).filter(
      (cell) => (numberAt(trial.figures, cell) ?? 0) + (cell.endsWith('.total') ? -gap : gap) >= 0,
    );
    const repairs = repairsOf(findings);
    const offered = repairs.map(({ changes }) => changes[0]?.cell).sort();
    const isTied = repairs.every(({ rank }) => rank === 1) && repairs.some((repair) => undoes(repair, trial));
    if (!isTied || offered.join() !== [...possible].sort().join()) notTied += 1;
    return true;
  });
  return [
    faults('table 四, one cell changed: not found', missed),
    faults('table 四: not every possible cell offered as equally likely', notTied),
  ];
}

type Misplace = typeof misplaceWithinRow;

function misplaced(where: string, misplace: Misplace): Measured[] {
  let notNamed = 0;
  let notOffered = 0;
  let notFirst = 0;
  eachTrial((seed) => {
    const report = aValidReport(seed);
    const trial = misplace(report, seededRandom(seed));
    if (!trial) return false;
    const findings = mustFix(report, trial);
    const amount = Math.abs((trial.planted[0]?.to ?? 0) - (trial.planted[0]?.from ?? 0));
    const named = findings.filter(
      ({ cells, difference }) => Math.abs(Number(difference)) === amount && trial.planted.some(({ cell }) => cells.includes(cell)),
    );
    if (findings.length !== 1 || !trial.planted.every(({ cell }) => named.some(({ cells }) => cells.includes(cell)))) notNamed += 1;
    const repairs = repairsOf(findings);
    const found = repairs.find((repair) => undoes(repair, trial));
    if (!found) notOffered += 1;
    else if (found.rank !== 1) notFirst += 1;
    return true;
  });
  return [
    faults(`misplaced ${where}: not one finding that names both ends and the amount`, notNamed),
    faults(`misplaced ${where}: true place not among the candidates`, notOffered),
    faults(`misplaced ${where}: true place not of the first rank`, notFirst),
  ];
}

const slips = [
  (report: ValidReport, seed: number): Trial | null => changeOneCell(report, 't3', seededRandom(seed)),
  (report: ValidReport, seed: number): Trial | null => misplaceWithinRow(report, seededRandom(seed)),
  (report: ValidReport, seed: number): Trial | null => misplaceWithinColumn(report, seededRandom(seed)),
];

function someUnknown(): Measured[] {
  let lost = 0;
  eachTrial((seed) => {
    const report = aValidReport(seed);
    const planted = slips[seed % slips.length]?.(report, seed);
    if (!planted) return false;
    const random = seededRandom(seed + 1);
    const trial = forgetSomeCells(planted, random.integer(1, 40), random);
    const subject = subjectOf(report, trial);
    if (![t3Row, t3Sum, t3Col].some((check) => check.run(subject).findings.length > 0)) return false;
    if (!repairsOf(mustFix(report, trial)).some((repair) => undoes(repair, trial))) lost += 1;
    return true;
  });
  return [faults('figures unknown, some rule still broken: true place not among the candidates', lost)];
}

function prose(): Measured[] {
  let missed = 0;
  eachTrial((seed) => {
    const report = aValidReport(seed);
    const random = seededRandom(seed + 500);
    const trial = changeOneNumber(generateNarrative(report, random), random);
    if (!trial) return false;
    const { findings } = runChecks(aSubject({ ...report.content, format: report.format, texts: trial.texts }));
    if (!findings.some(({ place }) => place?.text === '1' && place.start < trial.end && trial.start < place.end)) missed += 1;
    return true;
  });
  return [{ what: 'number in a sentence changed: not found', value: missed, unit: 'count', goal: atMost(trials / 100) }];
}

/** Rules that a published print really breaks are no false alarm; the others have none to break. */
function falseFindings(): Measured[] {
  let mustFixes = 0;
  let maxConfirms = 0;
  const look = (findings: readonly Finding[]): void => {
    mustFixes += findings.filter(({ severity }) => severity === 'must_fix').length;
    maxConfirms = Math.max(maxConfirms, findings.filter(({ severity }) => severity === 'confirm').length);
  };
  for (let seed = 1; seed <= correctReports; seed += 1) {
    const report = aValidReport(seed);
    const { texts } = generateNarrative(report, seededRandom(seed + 500));
    look(runChecks(aSubject({ ...report.content, format: report.format, texts })).findings);
  }
  const correct = Object.values(publishedReports).filter(({ about }) => about.breaks.length === 0);
  for (const report of correct) {
    const parsed = parseReportJson(JSON.stringify(report));
    if (parsed.ok) look(runChecks(publishedSubject(parsed.value, null)).findings);
  }
  return [
    { what: 'correct reports looked at (generated and published)', value: correctReports + correct.length, unit: 'count' },
    faults('correct reports: false must-fix findings in all', mustFixes),
    { what: 'correct reports: most confirm findings in one', value: maxConfirms, unit: 'count', goal: atMost(1) },
  ];
}

/** Published reports split into quarters, with 20 seeds: what the rules on a quarter's past ask where nothing is wrong, and where a slip is planted. */
function quartersAndSlips(): Measured[] {
  const { asWere, planted } = measureSlips(20);
  const counts = [...asWere.values()];
  const all = counts.reduce((sum, one) => sum + one.all, 0);
  const asked = counts.reduce((sum, one) => sum + one.asked, 0);
  return [
    { what: 'quarters with a year behind them, as they were', value: all, unit: 'count' },
    { what: 'of 100 such quarters asked about', value: round((100 * asked) / all), unit: 'count', goal: atMost(5) },
    ...[...asWere].map(
      ([report, one]): Measured => ({ what: `of 100 in ${report}`, value: round((100 * one.asked) / one.all), unit: 'count' }),
    ),
    ...[...planted].map(
      ([kind, one]): Measured => ({
        what: `of 100 planted slips not asked about: ${kind} (${one.all} tried)`,
        value: round((100 * (one.all - one.asked)) / one.all),
        unit: 'count',
        goal: atMost(kind === 'year to date' ? 30 : 5),
      }),
    ),
  ];
}

function times(): Measured[] {
  const report = aValidReport(3);
  const texts = { '1': '', '5': '', '6': '本年度未收取信息处理费。' };
  for (let seed = 0; texts['1'].length + texts['5'].length < pages * charactersOfPage; seed += 1) {
    const part = `${generateNarrative(report, seededRandom(seed)).texts['1'] ?? ''}\n`;
    if (seed % 2) texts['1'] += part;
    else texts['5'] += part;
  }
  const long = () => runChecks(aSubject({ ...report.content, format: report.format, texts: { ...texts } }));
  const live = (broken: number) => () => {
    const figures = new Map<string, Figure>();
    for (const { id } of leafCells(report.format)) figures.set(id, report.content.figures.get(id) ?? count(0));
    for (const { key } of applicantKinds.slice(0, broken)) {
      const cell = `s3.granted.${key}`;
      figures.set(cell, count((numberAt(figures, cell) ?? 0) + 1 + broken));
    }
    const { organ, year } = report.content;
    checkFiling(
      { organ, year, quarter: 2, powers: [], format: report.format, book: figures, openings: figures, restated: new Set() },
      null,
    );
  };
  return [
    { what: `whole check of a report with ${pages} pages of text, warm`, value: timeOf(long, 20), unit: 'ms', goal: atMost(200) },
    ...[0, 1, 3, 6].map(
      (broken): Measured => ({
        what: `live check of a filing at a keystroke, ${broken} columns broken`,
        value: timeOf(live(broken), 300),
        unit: 'ms',
        goal: atMost(5),
      }),
    ),
  ];
}

const pages = 15;
/** @source GB/T 9704-2012: 22 lines of 28 characters */
const charactersOfPage = 22 * 28;

/** The median, after a tenth of the turns. */
function timeOf(work: () => unknown, turns: number): number {
  for (let turn = 0; turn < turns / 10; turn += 1) work();
  const taken = Array.from({ length: turns }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return round(median(taken));
}

/** Runs until so many trials counted: an empty table can hold no slip, and unknown figures may hide one from every rule. */
function eachTrial(run: (seed: number) => boolean): void {
  for (let seed = 1, done = 0; done < trials; seed += 1) if (run(seed)) done += 1;
}

function faults(what: string, value: number): Measured {
  return { what, value, unit: 'count', goal: exactly(0) };
}

function subjectOf({ format, content }: ValidReport, trial: Trial) {
  return aSubject({ ...content, format, figures: trial.figures });
}

function mustFix(report: ValidReport, trial: Trial): Finding[] {
  return runChecks(subjectOf(report, trial)).findings.filter(({ severity }) => severity === 'must_fix');
}

function repairsOf(findings: readonly Finding[]): Repair[] {
  return findings.flatMap((finding) => finding.repair);
}

function undoes(repair: Repair, trial: Trial): boolean {
  return (
    repair.changes.length === trial.planted.length &&
    trial.planted.every(({ cell, from }) => repair.changes.some((change) => change.cell === cell && change.to === from))
  );
}
