import type { Check, CheckResult } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { analyse } from '../analyse';
import { enumerationSlips } from '../enumerations';
import { placeOf } from '../place';

export const sEnumeration: Check = {
  id: 's-enumeration',
  sentence: { zh: '序号连续，不重复，不跳号，不重新起算。', en: 'Items are numbered on: none twice, none left out, none started again.' },
  severity: 'confirm',
  source: '发布前三审三校',
  appliesTo: hasProse,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const text of analyse(subject)) {
      const slips = enumerationSlips(text.read.plain.text);
      if (slips.length === 0) result.passed += 1;
      for (const { start, end, found, expected } of slips)
        result.findings.push({
          cells: [],
          place: placeOf(text, start, end),
          left: found,
          right: expected,
          difference: null,
          message: {
            zh: `序号“${found}”处应为“${expected}”。请重新编号。`,
            en: `"${found}" should be "${expected}". Number the items again.`,
          },
        });
    }
    return result;
  },
  examples: {
    passing: { title: '一是二是三是', texts: { '5': '一是加强培训；二是完善制度；三是强化监督。' } },
    failing: { title: '三是 twice', texts: { '5': '一是加强培训；二是完善制度；三是强化监督；三是拓展渠道。' } },
    blank: { title: 'no text', verdict: 'not_applied' },
  },
};
