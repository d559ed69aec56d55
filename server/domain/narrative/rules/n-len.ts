import type { Check } from '../../checks/check';
import { standardThresholds, type Thresholds } from '../../checks/thresholds';

export const nLenWith = ({ overviewCharacters: maxCharacters }: Thresholds): Check => ({
  id: 'n-len',
  sentence: { zh: `第一部分“总体情况”原则上不超过${maxCharacters}字。`, en: `Section 一 has no more than ${maxCharacters} characters.` },
  formula: `characters of section 一 ≤ ${maxCharacters}`,
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号，附件第一部分',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.format.id === '2021',
  run: ({ texts }) => {
    const text = texts['1'];
    if (!text)
      return {
        findings: [],
        passed: 0,
        notCheckable: [{ cells: [], why: { zh: '缺第一部分的文字。', en: 'The text of section 一 is missing.' } }],
      };
    const length = [...text.replace(/\s/g, '')].length;
    if (length <= maxCharacters) return { findings: [], passed: 1, notCheckable: [] };
    return {
      findings: [
        {
          cells: [],
          place: { text: '1', start: 0, end: text.length, snippet: `${text.trim().slice(0, 20)}…` },
          left: length,
          right: maxCharacters,
          difference: length - maxCharacters,
          message: {
            zh: `第一部分有 ${length} 字（含标点），超过 ${maxCharacters} 字 ${length - maxCharacters} 字。请精简，或说明理由。`,
            en: `Section 一 has ${length} characters with punctuation, ${length - maxCharacters} over ${maxCharacters}. Shorten it, or say why not.`,
          },
        },
      ],
      passed: 0,
      notCheckable: [],
    };
  },
  examples: {
    passing: { title: 'a short section', texts: { '1': '全年受理政府信息公开申请83件。' } },
    failing: { title: '1001 characters', texts: { '1': '公'.repeat(1001) } },
    blank: { title: 'the text is not at hand' },
  },
});

export const nLen = nLenWith(standardThresholds);
