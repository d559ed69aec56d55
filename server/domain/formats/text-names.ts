import { chapterTitles } from './chapters';
import type { ProseKey } from './format';

/** What a text of a report is called as a label, by language; a statutory title reads as it is printed in either. */
export const textTitles: Record<'zh' | 'en', Record<ProseKey, string>> = {
  zh: {
    preamble: '引言',
    '1': chapterTitles['1'],
    t2: '第二部分表下附注',
    t3: '第三部分表下附注',
    t4: '第四部分表下附注',
    '5': chapterTitles['5'],
    '6': chapterTitles['6'],
  },
  en: {
    preamble: 'Preamble',
    '1': chapterTitles['1'],
    t2: 'Note below table 二',
    t3: 'Note below table 三',
    t4: 'Note below table 四',
    '5': chapterTitles['5'],
    '6': chapterTitles['6'],
  },
};

/** What it is called inside a sentence, where a title with its own number and comma would not read: `仍用在引言、第一部分的文字中`. */
export const textNames: Record<ProseKey, { zh: string; en: string }> = {
  preamble: { zh: textTitles.zh.preamble, en: 'the preamble' },
  '1': { zh: '第一部分', en: 'section 一' },
  t2: { zh: textTitles.zh.t2, en: 'the note below table 二' },
  t3: { zh: textTitles.zh.t3, en: 'the note below table 三' },
  t4: { zh: textTitles.zh.t4, en: 'the note below table 四' },
  '5': { zh: '第五部分', en: 'section 五' },
  '6': { zh: '第六部分', en: 'section 六' },
};
