import type { Check, CheckResult } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { analyse } from '../analyse';
import { literalAt } from '../find-literals';
import type { NumberInText } from '../find-numbers';
import { placeOf } from '../place';

/**
 * A figure a reader counts and a machine does not: `15O件` with a letter, `①⑤⑦件`, `壹佰件`, `9，999件`. The other rules read the
 * number it stands for; this one asks for its plain form, for whoever searches, copies or adds up what is published.
 */
export const nDigits: Check = {
  id: 'n-digits',
  sentence: {
    zh: '计数的数字用规范的数码书写：不夹字母，不用序号、上标、大写和其他文字的数码，数字中间没有别的字符。',
    en: 'Numbers that count something are written in plain digits: no letters, list marks, capitals or foreign digits in them, and nothing inside.',
  },
  severity: 'must_fix',
  weighsOtherwise: [
    {
      severity: 'confirm',
      when: { zh: '日期里的数字：不计数。', en: 'a number in a date counts nothing.' },
      example: { title: 'the letter O in a date', texts: { '1': '自2024年1O月1日起施行。' } },
    },
  ],
  source: 'GB/T 15835—2011《出版物上数字用法》；国办公开办函〔2021〕30号：正文与表格数据应当一致',
  appliesTo: hasProse,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const text of analyse(subject)) {
      const { disguises, text: plain } = text.read.plain;
      const found = disguises.length;
      if (found === 0) {
        result.passed += 1;
        continue;
      }
      const before = result.findings.length;
      const literal = literalAt(plain);
      // A lone 一 with a unit is a word to the readings (`一份`); 壹 with one is a count.
      const ones = text.read.literals.filter((number) => number.raw === '一' && number.unit !== null && !literal(number.start));
      const dates = text.read.literals.filter((number) => number.literal === 'date');
      const groups = [text.read.sentences.flatMap((sentence) => sentence.figures), ones, dates].map((numbers) =>
        byPlace<NumberInText>(numbers),
      );
      const dateStarts = new Set(dates.map((number) => number.start));
      for (const { start, end, from, to } of disguises) {
        const figure = groups.map((at) => at(start, end)).find((number) => number !== undefined);
        if (!figure) continue;
        const place = { text: text.key, start: from, end: to, snippet: text.original.slice(from, to) };
        const shown = placeOf(text, figure.start, figure.unitEnd).snippet;
        const meant = plain.slice(start, end);
        result.findings.push({
          cells: [],
          place,
          replacement: meant,
          left: shown,
          right: plain.slice(figure.start, figure.unitEnd),
          difference: null,
          // A date is no count.
          ...(dateStarts.has(figure.start) ? { weighsAs: 'confirm' as const } : {}),
          message: {
            zh: `“${shown}”里的数字不是规范的数码，看上去是 ${meant}。请核对后写成 ${meant}。`,
            en: `The number in "${shown}" is not written in plain digits; it looks like ${meant}. Check it and write ${meant}.`,
          },
        });
      }
      if (result.findings.length === before) result.passed += 1;
    }
    return result;
  },
  examples: {
    passing: {
      title: 'plain digits beside list marks, names and a 文号',
      texts: { '1': '①加强受理；②推进公开。按照政发〔2024〕15号文件，建成5G基站12个，受理申请157件、一百五十件。' },
    },
    failing: { title: 'the letter O for a zero', texts: { '1': '全年收到申请15O件。' } },
    blank: { title: 'no text', verdict: 'not_applied' },
  },
};

/** Of numbers in order, none inside another: the first in a stretch, asked from left to right. */
function byPlace<N extends { start: number; end: number }>(numbers: readonly N[]): (start: number, end: number) => N | undefined {
  let next = 0;
  return (start, end) => {
    while (next < numbers.length && (numbers[next] as N).end <= start) next += 1;
    const number = numbers[next];
    return number && number.start < end ? number : undefined;
  };
}
