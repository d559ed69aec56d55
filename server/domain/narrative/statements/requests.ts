import type { Token } from '../concept-tokens';
import { applicantColumnsOf, applicantReadings, measureReadings, outcomeNames, outcomeTerms } from '../patterns/readings';
import type { Core, Inherited, ReadingTerms, Statement } from '../statement';

const total = ['total'];

/** Table 三: an applicant, 结转, an outcome, or a verb with 申请. A bare number in a list needs one of the first three. */
export function readRequest(unit: string | null, own: readonly Token[], inherited: Inherited): Core | null {
  const outcomes = mostSpecific(own.filter((token) => token.role === 'outcome'));
  const applicants = own.filter((token) => token.role === 'applicant');
  const measures = own.filter((token) => token.role === 'measure');
  const carried = measures.filter((token) => /^carried/.test(token.concept));
  if (applicants.length > 0) return readApplicants(applicants, outcomes, inherited);
  if (carried.length > 0 && outcomes.length === 0) {
    const token = carried.find((one) => one.concept !== 'carried') ?? (carried[0] as Token);
    return measure([token], token.concept === 'carried_in' ? 'n-in' : 'n-out');
  }
  if (outcomes.length > 0) return readOutcomes(outcomes, inherited);
  if (unit === null) return null;
  if (measures.length > 0) {
    const rule = measures.some((token) => /received/.test(token.concept)) ? 'n-new' : 'n-ans';
    return { ...measure(measures, rule), tokens: [...measures, ...own.filter((token) => token.role === 'object')] };
  }
  const object = own.filter((token) => token.role === 'object');
  return object.length > 0 ? { ...measure(object, 'n-new'), isPartial: attributes.test(inherited.nearby) } : null;
}

function measure(tokens: readonly Token[], rule: Statement['rule']): Core {
  const concepts = [...new Set(tokens.map((token) => token.concept))];
  const readings = concepts.flatMap((concept) => measureReadings[concept] ?? []);
  return { key: concepts.join('+'), rule, readings: readings.map((reading) => ({ ...reading, columns: total })), tokens };
}

/** 主动公开120件、依申请公开200件、不予公开240件 classifies documents, not requests. */
const attributes = /公开属性|属性(?:为|认定|审查|审核|界定)|主动公开(?:类)?(?:文件|公文)?\d/;
/** Of 予以公开 some are told apart: requests for what was public already. */
const alreadyPublic = /已经?主动公开|主动公开(?:的)?范围/;

/** Of a group and a row of it (`不予公开（…）中属于国家秘密`) the row is meant. */
function mostSpecific(outcomes: readonly Token[]): Token[] {
  return outcomes.filter((token) => !outcomes.some((other) => other.start > token.start && other.concept.startsWith(`${token.concept}_`)));
}

function readOutcomes(outcomes: readonly Token[], { speaksOf, nearby }: Inherited): Core {
  const concepts = [...new Set(outcomes.map((token) => token.concept))];
  const last = concepts.at(-1) as string;
  const sums = [concepts, ...(concepts.length > 1 ? [[last]] : [])];
  if (concepts.length === 1 && last === 'granted' && !speaksOf.has('partial') && !speaksOf.has('granted_or_partial'))
    sums.push(['granted', 'partial']);
  return {
    key: concepts.join('+'),
    rule: 'n-grp',
    readings: sums.map((sum, index) => ({ ...outcomeReading(sum), columns: total, ...(index > 0 ? { isLoose: true as const } : {}) })),
    tokens: outcomes,
    isPartial: attributes.test(nearby) || (last === 'granted' && alreadyPublic.test(nearby)),
  };
}

function outcomeReading(concepts: readonly string[]): Omit<ReadingTerms, 'columns'> {
  const terms = concepts.flatMap((concept) => outcomeTerms[concept] ?? [concept]);
  return {
    zh: concepts
      .map((concept) => outcomeNames[concept] ?? '')
      .filter((name) => name !== '')
      .join('+'),
    en: terms.join(' + '),
    sum: terms,
  };
}

function readApplicants(applicants: readonly Token[], outcomes: readonly Token[], { previous }: Inherited): Core {
  const concepts = [...new Set(applicants.map((token) => token.concept))];
  const columns = [...new Set(concepts.flatMap((concept) => applicantColumnsOf[concept] ?? []))];
  const inherited = previous?.rule === 'n-grp' ? previous.readings.map((reading) => ({ ...reading, columns })) : [];
  const own = outcomes.map((token) => ({ ...outcomeReading([token.concept]), columns }));
  const readings = own.length > 0 ? own : [...applicantReadings.map((reading) => ({ ...reading, columns })), ...inherited];
  return { key: `@${concepts.join('+')}`, rule: own.length > 0 ? 'n-grp' : 'n-new', readings, tokens: [...applicants, ...outcomes] };
}
