import { chapterTitles, type TextKey } from '../../formats';
import type { Check, CheckResult } from '../check';
import { measureRepetition } from '../text-repetition';
import { inPercent, standardThresholds, type Thresholds } from '../thresholds';

const compared = ['1', '5'] as const satisfies readonly TextKey[];

export const xTextWith = ({ repetitionShare, repetitionFloor }: Thresholds): Check => ({
  id: 'x-text',
  sentence: {
    zh: `第一、第五部分不得与上年雷同，重复不超过 ${inPercent(repetitionShare)}%。`,
    en: `Sections 一 and 五 are not last year's again: no more than ${inPercent(repetitionShare)}% is repeated.`,
  },
  formula: `repeated / all characters ≤ ${repetitionShare}`,
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号：不得敷衍了事甚至年年雷同',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.lastYear !== null,
  run: ({ texts, lastYear }) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const key of compared) {
      const text = texts[key];
      const earlier = lastYear?.texts[key];
      const repetition = text && earlier ? measureRepetition(text, earlier) : null;
      if (!text || !repetition || repetition.compared < repetitionFloor) {
        result.notCheckable.push({
          cells: [],
          why: {
            zh: `“${chapterTitles[key]}”：缺本年或上年的文字，或者太短。`,
            en: `"${chapterTitles[key]}": the text of this year or last is missing or too short.`,
          },
        });
        continue;
      }
      if (repetition.share <= repetitionShare || !repetition.longest) {
        result.passed += 1;
        continue;
      }
      const percent = Math.round(repetition.share * 100);
      const { start, end } = repetition.longest;
      result.findings.push({
        cells: [],
        place: { text: key, start, end, snippet: text.slice(start, end) },
        left: percent,
        right: inPercent(repetitionShare),
        difference: percent - inPercent(repetitionShare),
        message: {
          zh: `“${chapterTitles[key]}”有 ${percent}% 与上年相同，高于 ${inPercent(repetitionShare)}%。请按本年实际改写，最长的一段已标出。`,
          en: `${percent}% of "${chapterTitles[key]}" stood in last year's report, above ${inPercent(repetitionShare)}%. Rewrite it from this year's facts; the longest run is marked.`,
        },
      });
    }
    return result;
  },
  examples: {
    passing: {
      title: 'two years told differently',
      texts: {
        '1': lines('本年度清理规范性文件并公布目录，完善依申请公开办理流程', 4),
        '5': lines('解读材料形式单一，下一步增加图文与视频解读', 6),
      },
      lastYear: {
        texts: {
          '1': lines('围绕营商环境建设集中发布惠企举措，开展政策宣讲', 4),
          '5': lines('基层人员变动频繁，已安排分批轮训并建立带教机制', 6),
        },
      },
    },
    failing: {
      title: 'only the numbers are new',
      texts: { '1': lines('全年主动公开信息1203条，组织培训5场，受理申请83件', 5) },
      lastYear: { texts: { '1': lines('全年主动公开信息987条，组织培训3场，受理申请95件', 5) } },
    },
    blank: { title: "last year's texts are not at hand", texts: { '1': lines('全年主动公开信息', 20) }, lastYear: {} },
  },
});

export const xText = xTextWith(standardThresholds);

function lines(sentence: string, times: number): string {
  return `${sentence}。`.repeat(times);
}
