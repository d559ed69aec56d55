import { remarksOf } from '../report/notes';
import type { Sentence } from '../sentence';
import type { CheckSubject } from '../subject';
import { type BookName, cellsOf, type Identity, type Weighed } from './identity';
import { takenOverBeside } from './opening-rules';

const kinds = [
  { key: 'regulations', label: '规章' },
  { key: 'normative_documents', label: '行政规范性文件' },
] as const;

/** in force = in force before + issued − repealed, for 规章 and 规范性文件. The 2019 tables have no such stock. */
export function stockIdentities(
  rule: string,
  subject: CheckSubject,
  openingOf: (kind: string) => { cell: string; book: BookName },
): Identity[] {
  return kinds.flatMap(({ key, label }): Identity[] => {
    if (!subject.format.cells.has(`s2.${key}.in_force`)) return [];
    const opening = openingOf(key);
    return [
      {
        rule,
        of: { zh: label, en: label },
        isSumOfColumns: false,
        left: [{ cell: `s2.${key}.in_force`, sign: 1, in: 'subject' }],
        right: [
          { cell: opening.cell, sign: 1, in: opening.book },
          { cell: `s2.${key}.issued`, sign: 1, in: 'subject' },
          { cell: `s2.${key}.repealed`, sign: -1, in: 'subject' },
          ...takenOverBeside(subject, { closing: opening.cell, book: opening.book }),
        ],
      },
    ];
  });
}

/** What the report prints behind one of the figures (`22（其中修订16件）`) may be the reason already: whoever checks reads it with the question. */
export function remarksBeside({ notes = {} }: CheckSubject, identity: Identity): Sentence {
  const remarks = remarksOf(notes, cellsOf(identity));
  const said = Object.values(remarks).join('');
  return said === '' ? { zh: '', en: '' } : { zh: `印出的备注：${said}`, en: ` Printed beside it: ${said}` };
}

export function explainStock({ of }: Identity, values: readonly (number | null)[], { left, right, difference }: Weighed): Sentence {
  const [opening, issued, repealed, takenOver] = values;
  const more = takenOver == null ? { zh: '', en: '' } : { zh: ` + 承接 ${takenOver}`, en: ` + ${takenOver} taken over` };
  return {
    zh: `${of.zh}：期初现行有效 ${opening}${more.zh} + 制发 ${issued} − 废止 ${repealed} = ${right}，现行有效填 ${left}，相差 ${Math.abs(difference)} 件。请核对，或者说明差额（如清理未计入废止、自然失效）。`,
    en: `${of.en}: ${opening} in force before${more.en} + ${issued} issued − ${repealed} repealed = ${right}, but ${left} are stated in force; they differ by ${Math.abs(difference)}. Check, or explain the gap (clean-ups, expiry).`,
  };
}
