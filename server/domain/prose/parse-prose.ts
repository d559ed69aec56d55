import type { Sum, Term, Token } from './token';

/** A stretch of a stored text, half-open: plain words, a token, or braces that hold no token of the grammar. */
export interface ProsePiece {
  kind: 'words' | 'token' | 'error';
  start: number;
  end: number;
  source: string;
  /** Only of a token. */
  token: Token | null;
}

const braces = /\{\{([^{}]{1,4000})\}\}/g;
const term = /^(last:)?([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)$/;
const maxDecimals = 4;

/** Cuts a stored text into pieces that together are the text. Braces that never close are words. */
export function parseProse(text: string): ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let at = 0;
  const words = (end: number): void => {
    if (end > at) pieces.push({ kind: 'words', start: at, end, source: text.slice(at, end), token: null });
  };
  for (const match of text.matchAll(braces)) {
    words(match.index);
    at = match.index + match[0].length;
    const token = parseToken(match[1] ?? '');
    pieces.push({ kind: token ? 'token' : 'error', start: match.index, end: at, source: match[0], token });
  }
  words(text.length);
  return pieces;
}

/** What stands between the braces. @returns null when it is not of the grammar */
export function parseToken(body: string): Token | null {
  if (body.startsWith('=')) return body.length > 1 ? { kind: 'literal', text: body.slice(1) } : null;
  const bar = body.indexOf('|');
  const expression = (bar < 0 ? body : body.slice(0, bar)).trim();
  const words = bar < 0 ? null : body.slice(bar + 1);
  if (words === '') return null;
  const fact = /^fact:([A-Za-z0-9-]{1,64})$/.exec(expression)?.[1];
  if (fact) return { kind: 'fact', id: fact, words };
  const change = /^(up|down)\(([^()]+)\)(?:\s*%\s*(\d))?$/.exec(expression);
  if (change) {
    const of = parseSum(change[2] ?? '');
    const decimals = change[3] === undefined ? null : Number(change[3]);
    if (!of || of.some((one) => one.isLastYear) || (decimals ?? 0) > maxDecimals) return null;
    return { kind: 'change', direction: change[1] === 'up' ? 'up' : 'down', of, decimals, words };
  }
  const share = /^([^/%]+)\/([^/%]+)%\s*(\d)$/.exec(expression);
  if (share) {
    const [part, whole, decimals] = [parseSum(share[1] ?? ''), parseSum(share[2] ?? ''), Number(share[3])];
    return part && whole && decimals <= maxDecimals ? { kind: 'share', part, whole, decimals, words } : null;
  }
  const sum = parseSum(expression);
  return sum && { kind: 'sum', sum, words };
}

function parseSum(source: string): Sum | null {
  const terms: Term[] = [];
  for (const [index, part] of source
    .trim()
    .split(/\s*([+-])\s*/)
    .entries()) {
    if (index % 2 === 1) continue;
    const read = term.exec(part);
    if (!read) return null;
    terms.push({ cell: read[2] ?? '', sign: 1, isLastYear: read[1] !== undefined });
  }
  const signs = [...source.matchAll(/[+-]/g)].map(([sign]) => (sign === '-' ? -1 : 1));
  return terms.map((one, index) => ({ ...one, sign: index === 0 ? 1 : (signs[index - 1] ?? 1) }));
}
