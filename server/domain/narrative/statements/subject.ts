import type { Token } from '../concept-tokens';
import type { Context } from '../context';
import type { Inherited } from '../statement';

export type Subject = 'request' | 'dispute' | 'document' | 'decision' | 'fee' | 'elsewhere' | null;

/**
 * The subject of the number's own words, the nearest to the number first: what follows it (`3件人大建议`), then what leads to it, then
 * what was spoken of before. An outcome or 结转 speaks of requests by itself, unless its clause names something else behind it.
 */
export function subjectOf(own: readonly Token[], context: Context, { subjects }: Inherited): Subject {
  const after = own.filter((token) => token.start >= context.right.start);
  const before = own.filter((token) => token.start < context.right.start);
  const following = after.map(subjectToken).find((subject) => subject !== null);
  if (following && following !== 'elsewhere') return following;
  if (before.some((token) => token.role === 'result') && !before.some((token) => token.role === 'outcome')) {
    const named = [...before]
      .reverse()
      .map(subjectToken)
      .find((subject) => subject === 'dispute');
    if (named || lastSubject(subjects) === 'dispute') return 'dispute';
  }
  const leading = [...before]
    .reverse()
    .map(subjectToken)
    .find((subject) => subject !== null);
  if (following === 'elsewhere') return leading && leading !== 'elsewhere' && before.some(speaksByItself) ? leading : 'elsewhere';
  if (leading) return leading;
  // 对规范性文件进行清理，本年度制发6件，废止0件: these acts are a document's, whatever was named between.
  if (own.some(isActOfDocument) && subjects.some((token) => token.role === 'document')) return 'document';
  return lastSubject(subjects);
}

function isActOfDocument({ role, concept, text }: Token): boolean {
  return role === 'action' && (concept === 'repealed' || concept === 'in_force' || text.includes('制发'));
}

function lastSubject(tokens: readonly Token[]): Subject {
  return (
    [...tokens]
      .reverse()
      .map(subjectToken)
      .find((subject) => subject !== null) ?? null
  );
}

export function subjectToken(token: Token): Subject {
  if (speaksByItself(token)) return 'request';
  if (token.role === 'object' || token.role === 'applicant') return token.role === 'object' ? 'request' : null;
  if (token.role === 'dispute' || token.role === 'document' || token.role === 'decision' || token.role === 'fee') return token.role;
  return token.role === 'elsewhere' ? 'elsewhere' : null;
}

function speaksByItself(token: Token): boolean {
  return token.role === 'outcome' || (token.role === 'measure' && /^carried/.test(token.concept));
}
