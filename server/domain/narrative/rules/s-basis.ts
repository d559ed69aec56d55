import { superseded } from '../patterns/superseded';
import { phraseRule } from './phrase-rule';

export const sBasis = phraseRule(
  's-basis',
  superseded.map(({ number, name, fromYear, now }) => ({
    pattern: new RegExp(number, 'g'),
    from: (subject) => subject.year >= fromYear,
    advice: () => ({
      zh: `${name}已不再适用于本年度，现行依据是${now}。请改正。`,
      en: `${name} is no longer the basis for this year; ${now} is. Correct it.`,
    }),
  })),
  {
    sentence: { zh: '引用的依据现行有效。', en: 'The legal basis cited is the one in force.' },
    severity: 'confirm',
    source: '国办公开办函〔2021〕30号：自2021年度报告起施行',
    examples: {
      passing: { title: 'the notice in force', texts: { preamble: '根据国办公开办函〔2021〕30号要求编制。' } },
      failing: { title: 'the notice of 2019 in a report on 2023', texts: { preamble: '根据国办公开办函〔2019〕60号要求编制。' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  },
);
