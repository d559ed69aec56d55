import { phraseRule } from './phrase-rule';

/** A reference number with the year in anything but 〔 〕. Court cases put （2024） in front of their court and are not meant. */
const wrongBrackets = /[一-龥][[［【(（{﹝](?:19|20)\d{2}[\]］】)）}〕﹞]第?\d{1,5}号|[一-龥]〔(?:19|20)\d{2}[\]］】)）}]第?\d{1,5}号/g;

export const sBrackets = phraseRule(
  's-brackets',
  [
    {
      pattern: wrongBrackets,
      advice: (found) => ({
        zh: `文号“${found}”的年份应当用六角括号〔〕，不加“第”字。`,
        en: `The year of the reference number "${found}" stands in 〔 〕, without 第.`,
      }),
    },
  ],
  {
    sentence: { zh: '文号的年份用六角括号〔〕。', en: 'The year of a reference number stands in 〔 〕.' },
    severity: 'hint',
    source: '党政机关公文格式（GB/T 9704—2012）7.2.5',
    examples: {
      passing: { title: '沪府办字〔2024〕5号', texts: { '6': '落实要点（沪府办字〔2024〕5号）要求。' } },
      failing: { title: '（2024） in a reference number', texts: { '6': '落实沪府办字（2024）5号要求。' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  },
);
