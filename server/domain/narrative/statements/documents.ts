import type { Token } from '../concept-tokens';
import { decisionReadings, documentReadings } from '../patterns/readings';
import type { Core, Inherited } from '../statement';

const total = ['total'];

/** Table 二: 规章 and 规范性文件. 修改 and 修订 have no cell; what is 审核, 解读 or 清理 is another count. */
export function readDocument(own: readonly Token[], { subjects, lead, nearby }: Inherited): Core | null {
  const named = own.filter((token) => token.role === 'document');
  const actions = own.filter((token) => token.role === 'action');
  if (own.some((token) => token.role === 'elsewhere') || actions.some((token) => token.concept === 'revised')) return null;
  if (named.length === 0 && actions.length === 0) return null;
  const document = named.at(-1) ?? [...subjects].reverse().find((token) => token.role === 'document');
  if (!document) return null;
  if (otherHands.test(lead) || (named.length === 0 && otherHands.test(nearby) && !made.test(lead))) return null;
  const words = actions.length > 0 ? [...new Set(actions.map((token) => token.concept))] : ['named'];
  // 发布信息45条，规范性文件8件 lists what was put online, 文件114件（含规范性文件2件） does not.
  const isListed = words.includes('named') && subjects.at(-1)?.role === 'elsewhere' && !/含|其中|包括/.test(lead);
  const readings = words.flatMap((word) =>
    (documentReadings[word] ?? []).flatMap(({ zh, en, cells }) =>
      cells.map((cell) => ({ zh, en, sum: [`s2.${document.concept}.${cell}`], columns: total })),
    ),
  );
  return {
    key: `${document.concept}:${words.join('+')}`,
    rule: 'n-doc',
    readings,
    tokens: [...named, ...actions],
    isPartial: words.includes('shown') || isListed,
  };
}

/** Documents of others, or acts that table 二 does not count: 备案3件, 转发上级规范性文件20件. */
const otherHands =
  /(?:备案|转发|报备|报审|送审|起草|代拟|审查|审核|解读|学习|汇编|收集|评估|上传|录入|推送|宣传|梳理|(?<!共|本)上级|省政府|市政府(?!办公室)?(?=[^，。；\d]{0,4}(?:印发|制定|出台)))[^，。；\d]{0,10}(?:规范性文件|规章)[^，。；\d]{0,6}$/;
const made = /制发|废止|有效/;

/** The number stands at the word itself: `行政处罚案件888件`. */
const bareCount = '(?:决定|案件|案|措施|类)?(?:共|共计|数量)?为?\\d';
/** What is counted are files, rows of a list or applications. */
const notDecided = /立案|(?<!办结(?:各类|各项)?行政许可)事项|权责|清单|目录|信息|标准|依据|结果|案卷|培训|检查|指南/;

/** Decisions put online are not all that were made. */
const shownDecisions = /(?:公开|公示|公布|归集)[^，。；]{0,8}行政(?:许可|处罚|强制)/;

/** Decisions are counted in the table; items, notices and public lists of them are not. */
export function readDecision(own: readonly Token[], { nearby, lead }: Inherited): Core | null {
  const named = own.filter((token) => token.role === 'decision');
  const last = named.at(-1);
  if (!last || own.some((token) => token.role === 'elsewhere' || token.role === 'action')) return null;
  if (notDecided.test(lead)) return null;
  const decided = new RegExp(
    `(?:作出|实施|做出|办理|办结|完成|下达)[^。；]{0,40}${last.text}|${last.text}[^，。；、]{0,4}决定|${last.text}${bareCount}`,
  );
  if (!decided.test(nearby)) return null;
  const readings = (decisionReadings[last.concept] ?? []).map((reading) => ({ ...reading, columns: total }));
  return { key: last.concept, rule: 'n-doc', readings, tokens: [last], isPartial: shownDecisions.test(nearby) };
}
