import type { Token } from '../concept-tokens';
import type { Context } from '../context';
import type { NumberInText } from '../find-numbers';
import { caseUnits } from '../patterns/units';
import type { Core, Inherited, Statement } from '../statement';
import { readDispute } from './disputes';
import { readDecision, readDocument } from './documents';
import { readFee } from './fee';
import { datedCarry, isLastYear } from './frames';
import { readRequest } from './requests';
import { type Subject, subjectOf, subjectToken } from './subject';

/**
 * The statement a number makes about a cell, or null when its words speak of no table.
 *
 * @param words the words that speak of it, when a list hands them out one by one (`分别为`); else those around it
 */
export function readStatement(
  number: Pick<NumberInText, 'start' | 'unitEnd' | 'unit'>,
  context: Context,
  inherited: Inherited,
  words?: readonly Token[],
): Statement | null {
  const own = (words ?? [...context.before, ...context.after]).map((token) => datedCarry(token, inherited.reportYear));
  const core = readCore(number.unit, context, own, inherited);
  if (!core) return null;
  const spoken = words ? [] : core.tokens;
  const frames = [...own.filter((token) => !core.tokens.includes(token)), ...framesAhead(context)];
  const named = frames.find((token) => token.role === 'everyone');
  const everyone = named !== undefined;
  const place = everyone ? undefined : frames.findLast((token) => token.role === 'place');
  const actor = place ?? inherited.actor;
  const territory = named ?? (!place && inherited.actor?.role === 'everyone' ? inherited.actor : null);
  const isOtherPeriod =
    frames.some((token) => token.role === 'part_of_year') ||
    (inherited.previous?.isOtherPeriod === true && !namesYear.test(inherited.lead));
  return {
    key: core.key,
    rule: core.rule,
    readings: core.readings,
    quantity: core.quantity ?? 'count',
    frame: frames.some((token) => isLastYear(token, inherited.reportYear)) ? 'last_year' : 'this_year',
    organ: actor && actor.role !== 'everyone' ? `${actor.name ?? ''}${actor.text}` : null,
    territory: territory?.text ?? null,
    isOtherPeriod,
    isPartial: core.isPartial === true || isOtherPeriod || frames.some((token) => token.role === 'channel' && !everyone),
    start: Math.min(number.start, ...spoken.map((token) => token.start)),
    end: Math.max(number.unitEnd, ...spoken.map((token) => token.end)),
  };
}

const namesYear = /全年|本年|今年|年度|\d{4}年/;

/** `2023年，我局受理74件`, `自2008年…以来，累计受理…`: the period stands in a clause of its own. */
function framesAhead({ leading, clause }: Context): Token[] {
  return leading.filter(
    (token) => token.start < clause.start && (token.role === 'part_of_year' || (token.role === 'last_year' && token.standsAlone)),
  );
}

function isBareMeasure(own: readonly Token[]): boolean {
  return own.some((token) => token.role === 'measure') && !own.some((token) => subjectToken(token) !== null);
}

/** 办结69件 with no 申请 near: requests if nothing else was spoken of, else perhaps requests. */
function bareMeasure(subject: Subject, unit: string | null, own: readonly Token[], inherited: Inherited): Core | null {
  if (unit !== '件' || !isBareMeasure(own)) return null;
  const core = readRequest(unit, own, inherited);
  return core && { ...core, isPartial: subject !== null };
}

function readCore(unit: string | null, context: Context, own: readonly Token[], inherited: Inherited): Core | null {
  const subject = subjectOf(own, context, inherited);
  if (subject === 'fee') return readFee(unit, own, inherited);
  if (unit !== null && !caseUnits.has(unit)) return null;
  const core = readCases(subject, unit, own, inherited);
  return core && isBareMeasure(own) && namesAnother(own, context, inherited) ? { ...core, isPartial: true } : core;
}

/** Words between a verb and its number that name nothing: 办结各类案件共12件. */
const namesNothing =
  /[，,；;：:、\s（()）“”\d]|全年|本?年度|年内|今年|当年|共计?|合计|总计|累计|总[数量]|数量?|件数|案件|各[类种项]|有关|相关|完成|完毕|继续|依法|依规|按[时期]|及时|全部|其中|已经?|为|是|有|达到?|约|近|的|了|均|件/g;

/** 办理不动产登记资料查询90件: what stands between the verb and its number is another business than requests. */
function namesAnother(own: readonly Token[], context: Context, { lead }: Inherited): boolean {
  const verb = own.findLast(({ role, end }) => role === 'measure' && end <= context.left.end);
  if (!verb) return false;
  const between = lead.slice(Math.max(0, verb.end - context.left.start));
  return between.replace(namesNothing, '').length >= 2;
}

function readCases(subject: Subject, unit: string | null, own: readonly Token[], inherited: Inherited): Core | null {
  if (subject === 'request') return readRequest(unit, own, inherited);
  if (subject === null || isBareMeasure(own)) return bareMeasure(subject, unit, own, inherited);
  if (subject === 'dispute') return readDispute(own, inherited);
  if (subject === 'document') return readDocument(own, inherited);
  if (subject === 'decision') return readDecision(own, inherited);
  return null;
}
