import { recentTokens, type Token, tokensBetween } from './concept-tokens';
import type { Span } from './context';
import { whole } from './decimal';
import type { NumberInText } from './find-numbers';
import { anyFee, decidedItems, deniedFault, deniedPart, deniedWork, noneBefore, noneBehind, ofAll } from './patterns/none';
import { documentReadings, feeReadings } from './patterns/readings';
import type { ReadText } from './read-text';
import type { Core, Inherited, Statement } from './statement';
import { readDispute } from './statements/disputes';
import { readDecision } from './statements/documents';
import { datedCarry, isLastYear } from './statements/frames';
import { readRequest } from './statements/requests';

/** None is a number: 未收到申请 says 0 of the cell that 收到申请N件 speaks of. */
export interface NoneStatement {
  /** A nought with the place of the words. */
  number: NumberInText;
  statement: Statement;
  sentence: Span;
}

/** Every cell a text says is 0 in words. */
export function noneStatements(read: ReadText, reportYear: number): NoneStatement[] {
  const { text } = read.plain;
  let spoken: readonly Token[] = [];
  return read.sentences.flatMap(({ span, tokens }) => {
    const speaksOf = new Set(tokens.map(({ concept }) => concept));
    const found = denials(text, span, tokens).flatMap((denial) =>
      statementsOf({ text, span, tokens, denial, spoken, speaksOf, reportYear }),
    );
    const subjects = recentTokens(tokens.filter(({ role }) => role === 'object' || role === 'document' || role === 'dispute'));
    if (subjects.length > 0) spoken = subjects;
    return found;
  });
}

/** Where none is said, and of which words. */
interface Denial extends Span {
  tokens: readonly Token[];
  /** The words that are denied, as text. */
  of: string;
}

function denials(text: string, span: Span, tokens: readonly Token[]): Denial[] {
  const found: Denial[] = [];
  let before = span.start;
  let lastStart = -1;
  const keep = (denial: Denial): void => {
    found.push(denial);
    lastStart = Math.max(lastStart, denial.start);
  };
  for (const clause of clauses(text, span)) {
    const said = text.slice(clause.start, clause.end);
    const markers = [...said.matchAll(noneBefore)]
      .map((match) => ({ start: clause.start + match.index, end: clause.start + match.index + match[0].length }))
      .filter(
        ({ start }) =>
          !tokensBetween(tokens, start - longestWord, start + 1).some(
            (token) => start < token.end && (token.start < start || (token.start === start && isDenialItself(token))),
          ),
      );
    const behind = noneBehind.exec(said);
    const behindAt = clause.start + (behind?.index ?? 0);
    markers.forEach((marker, index) => {
      const next = markers[index + 1]?.start ?? clause.end;
      const end = text[next - 1] === '、' ? next - 1 : next;
      const denied = tokensBetween(tokens, marker.start, end);
      if (denied.some(isCounted) || anyFee.test(text.slice(marker.start, end)))
        keep({ start: marker.start, end, tokens: denied, of: text.slice(marker.start, end) });
    });
    if (behind && lastStart < clause.start) {
      const own = tokensBetween(tokens, clause.start, behindAt);
      const from = own.some(isCounted) && !ofAll.test(behind[0]) ? clause.start : Math.max(before, behindAt - reach);
      const denied = tokensBetween(tokens, from, behindAt);
      const start = denied.find(isCounted)?.start ?? clause.start;
      if (denied.some(isCounted) || anyFee.test(text.slice(from, behindAt)))
        keep({ start, end: clause.end, tokens: denied, of: text.slice(from, behindAt) });
    }
    if (/\d/.test(said) || lastStart >= clause.start) before = clause.end;
  }
  return found;
}

function clauses(text: string, span: Span): Span[] {
  const result: Span[] = [];
  let start = span.start;
  for (let at = span.start; at <= span.end; at += 1) {
    if (at < span.end && !/[，,；;（()）]/.test(text[at] as string)) continue;
    if (at > start) result.push({ start, end: at });
    start = at + 1;
  }
  return result;
}

/** No word of the trade is longer. */
const longestWord = 60;
/** How far back what is denied together was named. */
const reach = 300;

/** 未办结 and 无法提供 are names of rows. */
function isDenialItself({ role, text }: Token): boolean {
  return role !== 'elsewhere' && /^(?:结果)?(?:[尚仍暂已]?未|无|没有|不)/.test(text);
}

const counted = new Set(['measure', 'outcome', 'dispute', 'result', 'document', 'action', 'decision', 'fee', 'object', 'applicant']);

function isCounted({ role }: Token): boolean {
  return counted.has(role);
}

interface Denied {
  text: string;
  span: Span;
  tokens: readonly Token[];
  denial: Denial;
  spoken: readonly Token[];
  speaksOf: ReadonlySet<string>;
  reportYear: number;
}

function statementsOf({ text, span, tokens, denial, spoken, speaksOf, reportYear }: Denied): NoneStatement[] {
  const lead = text.slice(Math.max(span.start, denial.start - reach), denial.start);
  const own = denial.tokens.map((token) => datedCarry(token, reportYear));
  const ahead = tokensBetween(tokens, Math.max(span.start, denial.start - reach), denial.start);
  if ([...ahead, ...own].some((token) => token.role === 'part_of_year')) return [];
  if ([...ahead, ...own].some((token) => isLastYear(token, reportYear) && !/结转|遗留/.test(text.slice(token.end, token.end + 6))))
    return [];
  const actor = [...ahead, ...own].findLast(({ role }) => role === 'one_organ' || role === 'place' || role === 'everyone');
  const inherited: Inherited = {
    subjects: [...spoken, ...ahead],
    previous: null,
    earlier: new Set(),
    reportYear,
    actor: actor ?? null,
    speaksOf,
    lead,
    nearby: text.slice(Math.max(span.start, denial.start - 200), Math.min(span.end, denial.end + 60)),
  };
  return coresOf(own, denial.of, inherited).map((core) => ({
    number: nought(denial),
    sentence: span,
    statement: {
      key: core.key,
      rule: core.rule,
      readings: core.readings,
      quantity: core.quantity ?? 'count',
      frame: 'this_year',
      organ: actor && actor.role !== 'everyone' ? `${actor.name ?? ''}${actor.text}` : null,
      territory: actor?.role === 'everyone' ? actor.text : null,
      isOtherPeriod: false,
      isPartial: core.isPartial === true,
      start: denial.start,
      end: denial.end,
    },
  }));
}

function nought({ start, end }: Span): NumberInText {
  return { start, end, unitEnd: end, raw: '0', value: whole(0), unit: '件', hedge: null, script: 'chinese' };
}

/** What is denied, cell by cell. A dispute takes the request it arose from with it: 因申请公开引发的复议. */
function coresOf(own: readonly Token[], of: string, inherited: Inherited): Core[] {
  const disputes = disputeCores(own, of, inherited);
  const requests = disputes.length > 0 && !isNamedBeside(own, of) ? [] : requestCores(own, of, inherited);
  return [...disputes, ...feeCores(own, of), ...documentCores(own, of, inherited), ...decisionCores(own, of, inherited), ...requests];
}

function isNamedBeside(own: readonly Token[], of: string): boolean {
  return (
    own.some(({ role }) => role === 'object') &&
    /(?:申请|公开)(?:件|事项|案件)?(?:、|和|及|与|以及|或){1,2}(?:因[^，。；]{0,14})?(?:被)?(?:申请)?(?:行政)?(?:复议|诉讼)/.test(of)
  );
}

function disputeCores(own: readonly Token[], of: string, inherited: Inherited): Core[] {
  if (/败诉|纠错|纠正|违法|撤销/.test(of)) return [];
  const kinds = own.filter(({ role }) => role === 'dispute').flatMap(bothKinds);
  const results = own.filter(({ role }) => role === 'result');
  const distinct = kinds.filter((kind, index) => kinds.findIndex(({ concept }) => concept === kind.concept) === index);
  return distinct.flatMap((kind) => {
    const core = readDispute([kind, ...results], inherited);
    return core ? [{ ...core, readings: core.readings.slice(0, 1) }] : [];
  });
}

function bothKinds(token: Token): Token[] {
  return token.concept === 'disputes' ? ['review', 'litigation'].map((concept) => ({ ...token, concept })) : [token];
}

function feeCores(own: readonly Token[], of: string): Core[] {
  const tokens = own.filter(({ role }) => role === 'fee');
  const isAdmin = tokens.some(({ concept }) => concept === 'admin_fees');
  const isProcessing = tokens.some(({ concept }) => concept === 'fee') || (!isAdmin && anyFee.test(of));
  return [
    ...(isAdmin
      ? [
          {
            key: 'admin_fees',
            rule: 'n-doc' as const,
            readings: [{ ...feeReadings.admin, columns: ['total'] }],
            tokens,
            quantity: 'yuan' as const,
          },
        ]
      : []),
    ...(isProcessing
      ? [
          {
            key: 'fee:amount',
            rule: 'n-fee' as const,
            readings: [{ ...feeReadings.amount, columns: ['total'] }],
            tokens,
            quantity: 'yuan' as const,
          },
        ]
      : []),
  ];
}

function documentCores(own: readonly Token[], of: string, { subjects }: Inherited): Core[] {
  const named = own.filter(({ role }) => role === 'document');
  const actions = own.filter(({ role, concept }) => role === 'action' && concept !== 'shown' && concept !== 'revised');
  const last = subjects.at(-1);
  const documents = named.length > 0 ? named : actions.length > 0 && last?.role === 'document' ? [last] : [];
  if (documents.length === 0 || /备案|审查|审核|解读|起草|转发|违法|争议|建议/.test(of) || own.some(({ role }) => role === 'dispute'))
    return [];
  const words = actions.length > 0 ? [...new Set(actions.map(({ concept }) => concept))] : ['named'];
  return [...new Set(documents.map(({ concept }) => concept))].flatMap((document) =>
    words.map((word) => ({
      key: `${document}:${word}`,
      rule: 'n-doc' as const,
      readings: (documentReadings[word] ?? []).flatMap(({ zh, en, cells }) =>
        cells.map((cell) => ({ zh, en, sum: [`s2.${document}.${cell}`], columns: ['total'] })),
      ),
      tokens: named,
    })),
  );
}

function decisionCores(own: readonly Token[], of: string, inherited: Inherited): Core[] {
  if (/申请|信息|清单|违法|投诉|复议|诉讼/.test(of) || (/事项/.test(of) && !decidedItems.test(of))) return [];
  return own
    .filter(({ role }) => role === 'decision')
    .flatMap((token) => readDecision([token], { ...inherited, lead: '', nearby: `作出${token.text}` }) ?? []);
}

function requestCores(own: readonly Token[], of: string, inherited: Inherited): Core[] {
  if (deniedFault.test(of) || deniedWork.test(of) || deniedPart.test(of) || own.some(isOtherSubject)) return [];
  const isAboutRequests = /公开|申请/.test(of) || inherited.subjects.at(-1)?.role === 'object' || /公开|依申请/.test(inherited.nearby);
  if (!isAboutRequests || own.some(({ role }) => role === 'document' || role === 'decision' || role === 'fee')) return [];
  const outcomes = own.filter(({ role }) => role === 'outcome');
  const carried = own.filter(({ role, concept }) => role === 'measure' && /^carried/.test(concept));
  const one = (tokens: readonly Token[]): Core[] => {
    const core = readRequest('件', tokens, inherited);
    return core ? [core] : [];
  };
  if (outcomes.length > 0 || carried.length > 0) return [...outcomes, ...carried].flatMap((token) => one([token]));
  const measures = own.filter(({ role }) => role === 'measure');
  const applicants = own.filter(({ role }) => role === 'applicant');
  const object = own.filter(({ role }) => role === 'object');
  if (applicants.length === 1 || (applicants.length > 1 && !applicants.some(({ concept }) => concept === 'natural_person')))
    return applicants.flatMap((token) => one([token])).map((core) => ({ ...core, readings: core.readings.slice(0, 1) }));
  const hasSubject = object.length > 0 || inherited.subjects.at(-1)?.role === 'object';
  if (measures.length > 0 && hasSubject) return distinct(measures).flatMap((token) => one([token, ...object]));
  return object.length > 0 ? one([{ ...(object[0] as Token), role: 'measure', concept: 'received_new' }]) : [];
}

function distinct(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => tokens.findIndex(({ concept }) => concept === token.concept) === index);
}

function isOtherSubject({ role }: Token): boolean {
  return role === 'elsewhere' || role === 'channel';
}
