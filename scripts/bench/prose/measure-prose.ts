import { runChecks } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { aSubject, bookOf } from '@/server/domain/checks/example-subject';
import { count, type FigureBook, numberAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { type SeededRandom, seededRandom } from '@/server/domain/seeded-random';
import { aValidReport } from '@/server/domain/testing/a-valid-report';
import { noFee, someFee } from './forms/fee';
import { figureForms } from './forms/figures';
import { growthForms } from './forms/growth';
import { listForms } from './forms/lists';
import { isTrue, noneForms } from './forms/none';
import { rightForms } from './forms/right-only';
import { type About, type Forms, written, writtenWrong } from './statement';
import { anOrgan } from './words/organs';

/** How often a form was tried and how often the answer was wrong, with the last sentence it was wrong about. */
export interface Tally {
  tried: number;
  wrong: number;
  example: string;
}

export type Tallies = Map<string, Tally>;

/** Sentences with one thing wrong, by form: tried, and not found. A hint does not count as found. */
export function missedOf(kind: 'lists' | 'figures' | 'growth' | 'none' | 'fee', trials: number): Tallies {
  const tallies: Tallies = new Map();
  for (let seed = 1, done = 0; done < trials; seed += 1) {
    const trial = kind === 'none' ? noneTrial(seed) : kind === 'fee' ? feeTrial(seed) : changedTrial(kind, seed);
    if (!trial) continue;
    done += 1;
    const { form, sentence, about, chapter } = trial;
    const text = chapter === '6' ? sentence : inContext(sentence, about);
    const start = text.indexOf(sentence);
    const found = asked(about, chapter === '6' ? { '6': text } : { '1': text, '6': noFee[0] }).some(
      ({ place }) => place?.text === chapter && place.start < start + sentence.length && start < place.end,
    );
    note(tallies, form, found ? null : tell(sentence, about));
  }
  return tallies;
}

export interface FalseAlarms {
  texts: number;
  confirms: number;
  mustFixes: number;
  byForm: Tallies;
}

/** Texts of ten right statements of any form: what is asked of them all the same. */
export function falseAlarmsOf(texts: number): FalseAlarms {
  let confirms = 0;
  let mustFixes = 0;
  const byForm: Tallies = new Map();
  for (let seed = 1; seed <= texts; seed += 1) {
    const about = aboutOf(seed);
    const statements = severalRight(about, 10);
    const text = statements.map(({ sentence }) => sentence).join('');
    const findings = asked(about, { '1': text, '6': about.random.pick(noFee) });
    confirms += findings.filter(({ severity }) => severity === 'confirm').length;
    mustFixes += findings.filter(({ severity }) => severity === 'must_fix').length;
    let start = 0;
    for (const { form, sentence } of statements) {
      const end = start + sentence.length;
      const here = findings.find(({ place }) => place?.text === '1' && place.start < end && start < place.end);
      note(byForm, form, here ? `${tell(sentence, about)} → ${here.rule} ${here.left}` : null);
      start = end;
    }
    const fee = findings.find(({ place }) => place?.text === '6');
    note(byForm, 'fee: none', fee ? `${fee.rule} ${fee.left}` : null);
  }
  return { texts, confirms, mustFixes, byForm };
}

export function sumOf(tallies: Tallies): { tried: number; wrong: number } {
  const all = [...tallies.values()];
  return { tried: all.reduce((sum, { tried }) => sum + tried, 0), wrong: all.reduce((sum, { wrong }) => sum + wrong, 0) };
}

interface PlantedSentence {
  form: string;
  sentence: string;
  about: About;
  chapter: '1' | '6';
}

const changeable: Readonly<Record<'lists' | 'figures' | 'growth', Forms>> = { lists: listForms, figures: figureForms, growth: growthForms };
const format = getFormat('2021');

function changedTrial(kind: 'lists' | 'figures' | 'growth', seed: number): PlantedSentence | null {
  const about = aboutOf(seed);
  const [form, write] = about.random.pick(Object.entries(changeable[kind]));
  const statement = write(about);
  const sentence = statement && writtenWrong(statement, about.random);
  return sentence ? { form, sentence, about, chapter: '1' } : null;
}

/** Not one of the cells is 0: the sentence is left over from another year. */
function noneTrial(seed: number): PlantedSentence | null {
  const about = aboutOf(seed);
  const [name, form] = about.random.pick(Object.entries(noneForms));
  const wrong = about.random.pick(form.cells);
  if ((numberAt(about.figures, wrong) ?? 0) === 0) return null;
  const [sentence = ''] = form.write(about);
  return typeof sentence === 'string' ? { form: name, sentence, about, chapter: '1' } : null;
}

function feeTrial(seed: number): PlantedSentence | null {
  const bare = aboutOf(seed);
  const figures = new Map([...bare.figures, ...bookOf(format, { 's6.processing_fee': '120', 's6.processing_fee_cases': 3 })]);
  const about = { ...bare, figures };
  if (about.random.chance(0.6)) {
    const sentence = about.random.pick(noFee);
    return { form: `fee: ${sentence}`, sentence, about, chapter: '6' };
  }
  const [form, write] = about.random.pick(Object.entries(someFee));
  const statement = write(about);
  const sentence = statement && writtenWrong(statement, about.random);
  return sentence ? { form: `fee: ${form}`, sentence, about, chapter: '6' } : null;
}

function aboutOf(seed: number): About {
  const random = seededRandom(seed + 7000);
  const figures = sometimesEmpty(aValidReport(seed).content.figures, random);
  const lastYear = random.chance(0.3) ? aValidReport(seed + 100_000).content.figures : null;
  return { random, organ: anOrgan(random), year: random.pick([2022, 2023, 2024, 2025]), figures, lastYear };
}

/** Half of the reports have a table 四 of zeros, as most are printed: only then can a text say so and be right. */
function sometimesEmpty(figures: FigureBook, random: SeededRandom): FigureBook {
  if (random.chance(0.5)) return figures;
  return new Map([...figures].map(([cell, figure]) => [cell, cell.startsWith('s4.') ? count(0) : figure]));
}

function severalRight(about: About, howMany: number): { form: string; sentence: string }[] {
  const { random } = about;
  const statements: { form: string; sentence: string }[] = [];
  while (statements.length < howMany) {
    const kind = random.pick(['lists', 'figures', 'growth', 'right', 'right', 'none'] as const);
    if (kind === 'none') {
      const [name, form] = random.pick(Object.entries(noneForms));
      if (isTrue(form, about)) statements.push({ form: name, sentence: written(form.write(about)) });
      continue;
    }
    const [form, write] = random.pick(Object.entries(kind === 'right' ? rightForms : changeable[kind]));
    const statement = write(about);
    if (statement) statements.push({ form, sentence: written(statement) });
  }
  return statements;
}

/** Between plain talk, as such a sentence stands in a chapter. */
function inContext(sentence: string, about: About): string {
  const plain = () => written(rightForms['plain talk']?.(about) ?? []);
  return `${plain()}${sentence}${plain()}`;
}

function asked(about: About, texts: Record<string, string>): Finding[] {
  const { organ, year, figures, lastYear } = about;
  const last = lastYear && { organ: organ.name, scope: organ.scope, year: year - 1, figures: lastYear, texts: {} };
  const subject = aSubject({ format, organ: organ.name, scope: organ.scope, year, figures, texts, lastYear: last });
  return runChecks(subject).findings.filter(({ severity, place }) => severity !== 'hint' && place);
}

function note(tallies: Tallies, form: string, wrong: string | null): void {
  const { tried, wrong: before, example } = tallies.get(form) ?? { tried: 0, wrong: 0, example: '' };
  tallies.set(form, { tried: tried + 1, wrong: before + (wrong === null ? 0 : 1), example: wrong ?? example });
}

function tell(sentence: string, { organ, year }: About): string {
  return `[${organ.name} ${year}] ${sentence}`;
}
