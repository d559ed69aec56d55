import { strayLatinWords } from '../patterns/latin-words';
import { phraseRule } from './phrase-rule';

export const sLatin = phraseRule(
  's-latin',
  [
    {
      pattern: new RegExp(`(?<=[\\u4e00-\\u9fff，、。；：）”])(?:${strayLatinWords.join('|')})(?=[\\u4e00-\\u9fff，、。；：（“])`, 'gi'),
      advice: (found) => ({
        zh: `中文里夹了英文词“${found}”。请改为中文。`,
        en: `The English word "${found}" stands in Chinese prose. Write it in Chinese.`,
      }),
    },
  ],
  {
    sentence: { zh: '中文里不夹英文虚词。', en: 'No stray English words inside Chinese.' },
    severity: 'confirm',
    source: '发布前三审三校',
    examples: {
      passing: { title: 'a name may be Latin', texts: { '1': '开发APP和AI助手。' } },
      failing: { title: 'and for 和', texts: { '1': '高度重视团队建设 and 人才培养。' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  },
);
