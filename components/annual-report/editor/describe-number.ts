import { cellName } from '@/server/domain/formats';
import {
  describeToken,
  evaluateToken,
  type ProseProblem,
  type ProseSources,
  parseProse,
  type Token,
  unknownMark,
} from '@/server/domain/prose';

/** linked: one cell of this year's tables. derived: made of several, or compared with last year. */
export type LiveKind = 'linked' | 'derived' | 'fact' | 'declared' | 'broken';

/** A live number as it stands in the text. */
export interface LiveNumber {
  kind: LiveKind;
  token: Token | null;
  shown: string;
  /** In the words of the form. */
  name: string;
  problem: ProseProblem | null;
  /** A linked number that is 0 or 1: its sentence may no longer read well. */
  isZeroOrOne: boolean;
  /** The writer's own words (`两次`) say the value no longer; plain digits stand in their place. */
  lostWords: string | null;
}

/** What the number with this source is now. @param source as stored, braces and all */
export function describeNumber(source: string, sources: ProseSources): LiveNumber {
  const token = parseProse(source)[0]?.token ?? null;
  if (!token) return { ...nothing, kind: 'broken', token, shown: unknownMark, name: source, problem: 'syntax' };
  const { shown, value, problem } = evaluateToken(token, sources);
  const kind = problem ? 'broken' : liveKind(token);
  const isLinked = kind === 'linked' || kind === 'derived';
  const words = token.kind === 'literal' ? null : token.words;
  return {
    kind,
    token,
    shown,
    name: nameOf(token, sources),
    problem,
    isZeroOrOne: isLinked && value !== null && (value.unscaled === 0 || value.unscaled === 10 ** value.decimals),
    lostWords: words !== null && !problem && shown !== words ? words : null,
  };
}

const nothing = { isZeroOrOne: false, lostWords: null };

export function liveKind(token: Token): LiveKind {
  switch (token.kind) {
    case 'sum':
      return token.sum.length === 1 && token.sum.every((term) => !term.isLastYear) ? 'linked' : 'derived';
    case 'share':
    case 'change':
      return 'derived';
    case 'fact':
      return 'fact';
    case 'literal':
      return 'declared';
    default:
      return token satisfies never;
  }
}

function nameOf(token: Token, sources: ProseSources): string {
  const only = token.kind === 'sum' && token.sum.length === 1 ? token.sum[0] : null;
  const cell = only && !only.isLastYear ? sources.format.cells.get(only.cell) : null;
  return cell ? cellName(cell) : describeToken(token, sources);
}
