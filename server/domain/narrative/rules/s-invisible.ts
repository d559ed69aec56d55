import type { Check, CheckResult, FindingDraft } from '../../checks/check';
import { proseKeys } from '../../formats';
import { proseIn } from '../../report/prose-in';
import type { CheckSubject } from '../../subject';
import { bidirectional, emojiJoin, invisibleClass, nameOfInvisible } from '../patterns/invisible';

const invisible = new RegExp(`[${invisibleClass}]`, 'u');
const everyInvisible = new RegExp(`[${invisibleClass}]`, 'gu');
/** With what stands beside it, so that a person finds the place. */
const withNeighbours = new RegExp(
  `[^${invisibleClass}\\n\\r]{0,4}(?:[${invisibleClass}]{1,40}[^${invisibleClass}\\n\\r]{0,4}){1,20}`,
  'gu',
);

/** Characters that nobody sees in what is stored and printed: texts, notes, remarks behind figures, the organ's name, reasons of signed lines. */
export const sInvisible: Check = {
  id: 's-invisible',
  sentence: {
    zh: '正文、附注、备注和印出的名称里没有看不见的字符和改变阅读方向的控制符。',
    en: 'No invisible characters and no controls of reading direction in texts, notes, remarks and printed names.',
  },
  severity: 'confirm',
  weighsOtherwise: [
    {
      severity: 'must_fix',
      when: {
        zh: '改变阅读方向的控制符：看到的与存下的不是同一段文字。',
        en: 'controls of reading direction: what is read is not what is stored.',
      },
      example: { title: 'a number turned round', texts: { '1': '全年受理申请\u202e99\u202c件。' } },
    },
  ],
  source: '发布前三审三校；GB 18030—2022',
  appliesTo: (subject) => Object.values(stored(subject)).length > 0,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const prose = proseIn(subject);
    for (const key of proseKeys) {
      const text = prose[key];
      if (!text) continue;
      const found = invisiblesIn(text);
      if (found.length === 0) result.passed += 1;
      for (const { start, end, snippet } of found)
        result.findings.push({ ...draftOf(snippet), place: { text: key, start, end, snippet }, replacement: withoutInvisible(snippet) });
    }
    for (const { what, cells, text } of others(subject)) {
      // Names are there before anything is filled in; that they are clean says nothing of the report.
      for (const { snippet } of invisiblesIn(text)) result.findings.push({ ...draftOf(snippet, what), cells });
    }
    return result;
  },
  examples: {
    passing: { title: 'blanks and line ends are none', texts: { '1': '全年受理　申请 99 件。\n\t答复 99 件。' } },
    failing: { title: 'a zero-width blank inside a number', texts: { '1': '全年受理申请99\u200b9件。' } },
    blank: { title: 'no text', subject: { organ: '' }, verdict: 'not_applied' },
  },
};

/** Every stretch with something invisible in it, with up to four characters on each side. An emoji keeps what joins it. */
export function invisiblesIn(text: string): { start: number; end: number; snippet: string }[] {
  if (!invisible.test(text)) return [];
  return [...text.matchAll(withNeighbours)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, snippet: match[0] }))
    .filter(({ snippet }) => withoutInvisible(snippet) !== snippet);
}

export function withoutInvisible(text: string): string {
  return text
    .split(new RegExp(`(${emojiJoin.source})`, 'u'))
    .map((part, index) => (index % 2 === 1 ? part : part.replace(everyInvisible, '')))
    .join('');
}

/** What of a stretch is seen, and what the rest is called. */
export function describeInvisible(snippet: string): { shown: string; names: { zh: string; en: string }; characters: readonly string[] } {
  const characters = [...new Set(snippet.match(everyInvisible) ?? [])];
  const names = characters.map(nameOfInvisible);
  return {
    shown: withoutInvisible(snippet).trim(),
    names: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') },
    characters,
  };
}

function draftOf(snippet: string, where?: { zh: string; en: string }): FindingDraft {
  const { shown, names, characters } = describeInvisible(snippet);
  const turns = characters.some((character) => bidirectional.test(character));
  return {
    cells: [],
    left: null,
    right: null,
    difference: null,
    // What is read is not what is stored.
    ...(turns ? { weighsAs: 'must_fix' as const } : {}),
    message: {
      zh: `${where ? `${where.zh}：` : ''}“${shown}”处有看不见的字符：${names.zh}。请删去。`,
      en: `${where ? `${where.en}: ` : ''}Invisible in "${shown}": ${names.en}. Take it out.`,
    },
  };
}

interface Stored {
  what: { zh: string; en: string };
  cells: readonly string[];
  text: string;
}

function others({ organ, notes = {}, adjustments = [], format }: CheckSubject): Stored[] {
  return [
    ...(organ === '' ? [] : [{ what: { zh: '机关名称', en: 'Name of the organ' }, cells: [], text: organ }]),
    ...Object.entries(notes).flatMap(([cell, text]) =>
      format.cells.has(cell) ? [{ what: { zh: '数字后的备注', en: 'Remark behind a figure' }, cells: [cell], text }] : [],
    ),
    ...adjustments.flatMap(({ cell, reason, writtenBy, countersignedBy }) => [
      { what: { zh: '调整的理由', en: 'Reason of a signed line' }, cells: [cell], text: reason },
      { what: { zh: '签字人姓名', en: 'Name of a signer' }, cells: [cell], text: `${writtenBy}\n${countersignedBy}` },
    ]),
  ];
}

function stored(subject: CheckSubject): string[] {
  return [...Object.values(proseIn(subject)), ...others(subject).map(({ text }) => text)].filter(
    (text) => text !== undefined && text !== '',
  );
}
