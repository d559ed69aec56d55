import { claimRule } from './claim-rule';

export const nParts = claimRule('n-parts', {
  sentence: {
    zh: '一句之内，各分项之和等于总数。',
    en: 'Within a sentence the parts add up to the whole.',
  },
  weighsOtherwise: [
    {
      severity: 'hint',
      when: {
        zh: '不能断定各分项已经列全：相差较多而没有列全的说法，分项有自己的单位，或者分项中又有分项。',
        en: 'it is not sure that the list is whole: it falls well short with no word that says so, its parts have units of their own or are lists themselves.',
      },
      example: { title: 'half of the whole, perhaps examples', texts: { '1': '编发简报119期，其中市级37期、区级24期、街道20期。' } },
    },
  ],
  source: '国办公开办函〔2021〕30号：数据真实准确',
  examples: {
    passing: { title: '18件（含新制定4件，修改14件）', texts: { '1': '出台政策文件18件（含新制定4件，修改14件）。' } },
    failing: { title: '119期 is not 47 + 28 + 40', texts: { '1': '编发简报119期，其中市级47期、区级28期、街道40期。' } },
    blank: { title: 'a part is only 40余', texts: { '1': '编发简报119期，其中市级40余期、区级28期、街道40期。' } },
  },
});
