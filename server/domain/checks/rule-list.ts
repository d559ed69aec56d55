import { printFigure } from '../figures';
import { cellName, getCell, type TextKey, textNames } from '../formats';
import type { Sentence } from '../sentence';
import type { CheckSubject, Severity } from '../subject';
import { type Check, type CheckExample, severityOf } from './check';
import { subjectFrom } from './example-subject';
import type { Overlay } from './overlay/overlay';
import { checks } from './pack';
import { packWith } from './pack-with';

/** One rule as a person reads it, in plain data that can be sent to a browser. */
export interface ListedRule {
  id: string;
  sentence: Sentence;
  severity: Severity;
  /** Where it weighs otherwise, each with what stands in an example and what is said of it. */
  otherwise: { severity: Severity; when: Sentence; example: ListedExample }[];
  formula: string | null;
  source: string;
  passing: ListedExample;
  failing: ListedExample;
  /** Why this deployment does without it; null while it is on. */
  switchedOff: string | null;
  /** Added by the deployment's overlay. */
  isAdded: boolean;
}

export interface ListedExample {
  title: string;
  /** What stands in it, line by line: cells with their figures, texts. */
  lines: Sentence[];
  /** What the rule says of it; null where it passes. */
  says: Sentence | null;
}

/** Every rule of the pack in the order in which findings are shown, then those the deployment adds. */
export function listRules(overlay: Overlay | null = null): ListedRule[] {
  return (overlay ? packWith(overlay) : checks).map((check) => {
    // Published examples are about the standard limits, whatever the deployment sets.
    const published = checks.find((standard) => standard.id === check.id) ?? check;
    return {
      id: check.id,
      sentence: check.sentence,
      severity: check.severity,
      otherwise: (check.weighsOtherwise ?? []).map(({ severity, when, example }) => ({
        severity,
        when,
        example: listedExample(published, example, severity),
      })),
      formula: check.formula ?? null,
      source: check.source,
      passing: listedExample(published, check.examples.passing),
      failing: listedExample(published, check.examples.failing),
      switchedOff: overlay?.switchedOff[check.id] ?? null,
      isAdded: overlay?.added.includes(check) ?? false,
    };
  });
}

function listedExample(check: Check, example: CheckExample, severity?: Severity): ListedExample {
  const subject = subjectFrom(example);
  const findings = check.appliesTo(subject) ? check.run(subject).findings : [];
  const finding = findings.find((one) => severity === undefined || severityOf(check, one) === severity);
  return { title: example.title, lines: linesOf(example, subject), says: finding?.message ?? null };
}

function linesOf(example: CheckExample, { format, quarter, year, organ, scope }: CheckSubject): Sentence[] {
  const { subject = {} } = example;
  const texts = (when: Sentence, all: CheckExample['texts']): Sentence[] =>
    Object.entries(all ?? {}).map(([key, text]) => {
      const name = textNames[key as TextKey];
      return {
        zh: `${when.zh}${name.zh}：“${inShort(text)}”`,
        en: `${when.en}${when === now ? capital(name.en) : name.en}: "${inShort(text)}"`,
      };
    });
  const book = (when: Sentence, plain: CheckExample['figures']): Sentence[] =>
    Object.entries(plain ?? {}).map(([id, value]) => {
      const cell = getCell(format, id);
      const shown = value === 'not_applicable' ? printFigure({ state: 'not_applicable' }, cell) : String(value);
      return { zh: `${when.zh}${cellName(cell)}：${shown}`, en: `${when.en}${cellName(cell)}: ${shown}` };
    });
  const series = (whose: Sentence, past: CheckExample['past']): Sentence[] =>
    Object.entries(past ?? {}).map(([id, values]) => {
      const name = cellName(getCell(format, id));
      return { zh: `${whose.zh}${name}：${values.join('、')}`, en: `${whose.en}${name}: ${values.join(', ')}` };
    });
  return [
    ...(subject.kind === 'filing' ? [{ zh: `第 ${quarter} 季度报送`, en: `A filing of quarter ${quarter}` }] : []),
    ...(subject.year || format.id === '2019' ? [{ zh: `${year} 年，${format.id} 年格式`, en: `${year}, tables of ${format.id}` }] : []),
    ...(subject.organ ? [{ zh: `机关：${organ}`, en: `Organ: ${organ}` }] : []),
    ...(subject.scope ? [{ zh: scope === 'own_organ' ? '本机关' : '汇总', en: scope === 'own_organ' ? 'Own organ' : 'Consolidated' }] : []),
    ...(subject.missingUnits
      ? [{ zh: `未报单位：${subject.missingUnits.join('、') || '无'}`, en: `Units missing: ${subject.missingUnits.join(', ') || 'none'}` }]
      : []),
    ...book(now, example.figures),
    ...texts(now, example.texts),
    ...book({ zh: '上期　', en: 'Period before: ' }, example.before),
    ...book({ zh: '上年　', en: 'Last year: ' }, example.lastYear?.figures),
    ...texts({ zh: '上年　', en: 'Last year: ' }, example.lastYear?.texts),
    ...book({ zh: '各单位之和　', en: 'Sum of units: ' }, subject.unitSum),
    ...(subject.quarters ?? []).flatMap((quarterBook, index) =>
      book({ zh: `第 ${index + 1} 季度　`, en: `Quarter ${index + 1}: ` }, quarterBook),
    ),
    ...book({ zh: '办公室本机关　', en: "The office's own report: " }, subject.ownOrgan),
    ...series({ zh: '往期　', en: 'Quarters before: ' }, example.past),
    ...series({ zh: '同类单位同季　', en: 'Units of its kind: ' }, example.peers),
  ];
}

const now: Sentence = { zh: '', en: '' };

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function inShort(text: string): string {
  const characters = [...text];
  return characters.length <= 90 ? text : `${characters.slice(0, 90).join('')}…`;
}
