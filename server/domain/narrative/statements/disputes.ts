import type { Token } from '../concept-tokens';
import { disputeBlocksOf, resultReadings } from '../patterns/readings';
import type { Core, Inherited } from '../statement';

/** Words that make 复议 and 诉讼 a line of business (a justice bureau's) instead of cases about disclosure. */
const business =
  /(?:受理|审理|(?<!未)审结|办理|公开|公布|公示|上网|发布)[^，。；]{0,12}(?:复议|诉讼|应诉)|收到[^，。；]{0,6}复议申请|复议(?:决定书|机构|体制|工作站)|裁判文书/;

/** Table 四: 复议 or 诉讼 by name, or a result of what was named before. */
export function readDispute(own: readonly Token[], inherited: Inherited): Core | null {
  const results = own.filter((token) => token.role === 'result');
  const named = own.filter((token) => token.role === 'dispute');
  if (named.length === 0 && results.length === 0) return null;
  const onDisclosure =
    inherited.speaksOf.has('request') ||
    inherited.subjects.some((token) => token.role === 'object') ||
    /信息公开|依申请/.test(inherited.nearby);
  const isBusiness = !onDisclosure && business.test(inherited.nearby);
  const kinds = kindsOf(named.length > 0 ? named : inherited.subjects);
  if (kinds.length === 0) return null;
  const words = results.length > 0 ? [...new Set(results.map((token) => token.concept))] : ['cases'];
  const choices =
    kinds.length === 1 ? (disputeBlocksOf[kinds[0] as string] ?? []) : [kinds.flatMap((kind) => disputeBlocksOf[kind]?.[0] ?? [])];
  const readings = choices.flatMap((blocks, choice) =>
    words.flatMap((word) =>
      (resultReadings[word] ?? []).map(({ zh, en, of, isLoose }) => ({
        zh: `${blocks.map((block) => blockNames[block]).join('+')}${zh}`,
        en: `${blocks.join(' + ')}: ${en}`,
        sum: blocks.flatMap((block) => of.map((cell) => (cell.startsWith('-') ? `-s4.${block}.${cell.slice(1)}` : `s4.${block}.${cell}`))),
        columns: ['total'],
        // 诉讼 is said of one kind where it was the only one; both are meant.
        ...(isLoose || choice > 0 ? { isLoose: true as const } : {}),
      })),
    ),
  );
  return {
    key: `${kinds.join('+')}:${words.join('+')}`,
    rule: kinds[0] === 'review' ? 'n-rev' : 'n-lit',
    readings,
    tokens: [...named, ...results],
    isPartial: isBusiness,
  };
}

const blockNames: Readonly<Record<string, string>> = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
};

/** 行政复议、行政诉讼 next to each other are both; of what was named earlier in the sentence only the last one counts. */
function kindsOf(tokens: readonly Token[]): string[] {
  const kinds = tokens.filter((token) => token.role === 'dispute');
  const last = kinds.at(-1);
  if (!last) return [];
  const near = kinds.filter((token) => last.start - token.end <= 8);
  return [...new Set(near.map((token) => token.concept))];
}
