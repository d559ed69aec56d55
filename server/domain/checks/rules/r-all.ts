import type { Check } from '../check';

export const rAll: Check = {
  id: 'r-all',
  sentence: {
    zh: '名单内各单位都已报送并通过（零报告也算），否则汇总是不完整的。',
    en: 'Every unit of the list has an approved filing (a zero filing counts), or the whole is partial.',
  },
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号二（二）；《政府信息公开条例》第四十九条',
  appliesTo: (subject) => subject.missingUnits !== null,
  run: ({ missingUnits }) => {
    const missing = missingUnits ?? [];
    if (missing.length === 0) return { findings: [], passed: 1, notCheckable: [] };
    const names = missing.join('、');
    return {
      passed: 0,
      notCheckable: [],
      findings: [
        {
          cells: [],
          left: names,
          right: null,
          difference: missing.length,
          message: {
            zh: `还有 ${missing.length} 个单位没有已通过的报送：${names}。请催报，或者在放行中写明原因。`,
            en: `Units without an approved filing: ${missing.length} (${names}). Chase them, or sign an exception that says why.`,
          },
        },
      ],
    };
  },
  examples: {
    passing: { title: 'all units are in', subject: { scope: 'consolidated', missingUnits: [] } },
    failing: { title: 'one of the units is missing', subject: { scope: 'consolidated', missingUnits: ['示例区民政局'] } },
    blank: { title: 'no roll-up: there is no list of units', verdict: 'not_applied' },
  },
};
