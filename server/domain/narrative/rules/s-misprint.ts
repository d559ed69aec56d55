import { misprints } from '../patterns/misprints';
import { phraseRule } from './phrase-rule';

export const sMisprint = phraseRule(
  's-misprint',
  misprints.map(({ wrong, right }) => ({
    pattern: new RegExp(wrong, 'g'),
    // What stands in brackets says what is wrong, not what is meant.
    ...(right.startsWith('（') ? {} : { replacement: right }),
    advice: (found) => ({
      zh: `“${found}”疑为“${right}”之误。请核对后改正。`,
      en: `"${found}" looks like a slip for "${right}". Check and correct it.`,
    }),
  })),
  {
    sentence: { zh: '没有常见的错别字。', en: 'No well-known misprints.' },
    severity: 'confirm',
    source: '发布前三审三校',
    examples: {
      passing: { title: '线下务必 is no slip', texts: { '1': '线上线下务必同步，提升服务质量。' } },
      failing: { title: '下务 for 服务', texts: { '1': '提供人才下务和下务指南。' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  },
);
