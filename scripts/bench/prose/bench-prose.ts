import { atMost, type Bench, exactly, type Measured, round } from '../measured';
import { falseAlarmsOf, missedOf, sumOf, type Tallies } from './measure-prose';

const trials = Number(process.env.NIANBAO_BENCH_TRIALS ?? 5_000);
const kinds = [
  { kind: 'lists', what: 'lists', most: 5 },
  { kind: 'none', what: 'none-statements', most: 2 },
  { kind: 'figures', what: 'figures tied to a table', most: 2 },
  { kind: 'growth', what: 'growth with its base', most: 2 },
  { kind: 'fee', what: 'the fee in chapter 六', most: 2 },
] as const;

/** What the reader of prose finds in sentences it does not know, and what it asks where nothing is wrong. */
export const benchProse: Bench = async ({ say }) => {
  const measured: Measured[] = [{ what: 'prose: sentences of each kind', value: trials, unit: 'count' }];
  for (const { kind, what, most } of kinds) {
    const tallies = missedOf(kind, trials);
    const { tried, wrong } = sumOf(tallies);
    worst(tallies, `${what}, not found`, say);
    measured.push({
      what: `prose: ${what}, of 100 wrong ones not found`,
      value: round((100 * wrong) / tried),
      unit: 'count',
      goal: atMost(most),
    });
  }
  const { texts, confirms, mustFixes, byForm } = falseAlarmsOf(trials);
  worst(byForm, 'right, and asked about', say);
  return [
    ...measured,
    {
      what: 'prose: questions about a right text of ten statements, in the mean',
      value: round(confirms / texts, 3),
      unit: 'count',
      goal: atMost(0.2),
    },
    { what: 'prose: must-fix findings in all right texts', value: mustFixes, unit: 'count', goal: exactly(0) },
  ];
};

/** The ten forms that were read worst, each with a sentence, for whoever mends the reader. */
function worst(tallies: Tallies, what: string, say: (line: string) => void): void {
  const forms = [...tallies].filter(([, { wrong }]) => wrong > 0).sort(([, one], [, other]) => other.wrong - one.wrong);
  for (const [form, { tried, wrong, example }] of forms.slice(0, 10)) say(`${what}: ${form}: ${wrong} of ${tried}, as ${example}`);
}
