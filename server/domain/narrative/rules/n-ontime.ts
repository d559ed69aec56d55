import type { Check, CheckResult } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { analyse } from '../analyse';
import { onTime, overdue } from '../patterns/claims';
import { placeOf } from '../place';

/** No cell of the statutory tables says how many answers were late, so the claim alone cannot be checked; the unit confirms it. */
export const nOntime: Check = {
  id: 'n-ontime',
  sentence: {
    zh: '写“均在法定期限内答复”的，本机关没有逾期答复的申请。',
    en: 'Where the text says that all were answered in time, no answer of the organ was late.',
  },
  severity: 'confirm',
  source: '《政府信息公开条例》第三十三条',
  appliesTo: hasProse,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const texts = analyse(subject);
    const late = texts
      .flatMap((text) => [...text.read.plain.text.matchAll(overdue)].map((match) => ({ text, match })))
      .find(({ match }) => Number(match[1]) > 0);
    const claims = texts.flatMap((text) =>
      onTime.flatMap((pattern) => [...text.read.plain.text.matchAll(pattern)].map((match) => ({ text, match }))),
    );
    for (const { text, match } of claims) {
      const place = placeOf(text, match.index, match.index + match[0].length);
      if (!late) {
        result.notCheckable.push({
          cells: [],
          why: {
            zh: `“${place.snippet}”：表格中没有逾期件数，请由承办单位确认。`,
            en: `"${place.snippet}": no table holds late answers; the unit has to confirm it.`,
          },
        });
        continue;
      }
      const said = placeOf(late.text, late.match.index, late.match.index + late.match[0].length).snippet;
      result.findings.push({
        cells: [],
        place,
        left: place.snippet,
        right: said,
        difference: null,
        message: {
          zh: `正文一处写“${place.snippet}”，另一处写“${said}”。请统一为实际情况。`,
          en: `The text says "${place.snippet}" and elsewhere "${said}". Tell it as it was.`,
        },
      });
    }
    if (claims.length === 0 && texts.length > 0) result.passed += 1;
    return result;
  },
  examples: {
    passing: { title: 'no such claim is made', texts: { '1': '已答复政府信息公开申请84件。' } },
    failing: { title: 'two late answers stand in the same text', texts: { '1': '均在法定期限内予以答复。其中逾期答复2件。' } },
    blank: { title: 'the claim stands alone', texts: { '1': '均在法定期限内予以答复。' } },
  },
};
