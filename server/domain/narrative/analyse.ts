import { isNoteKey, type ProseKey, proseKeys } from '../formats';
import { proseIn } from '../report/prose-in';
import type { CheckSubject } from '../subject';
import type { Claim } from './claim';
import { growthClaims, noneClaims, shareClaims, statementClaims, sumClaims } from './claims-of-text';
import { withContradictions } from './contradictions';
import { withExplainedParts } from './explained-parts';
import type { Figures } from './judge-statement';
import { levelClaims } from './level-growth';
import { noneStatements } from './none-statements';
import { meantNumbers, withoutToldAsNone, withWitnesses } from './one-cause';
import { type PartList, partLists } from './part-lists';
import { paragraphs, type ReadText, readText } from './read-text';

/** One text of a subject, a chapter or a note below a table, read and judged. */
export interface AnalysedText {
  key: ProseKey;
  original: string;
  read: ReadText;
  claims: readonly Claim[];
  lists: readonly PartList[];
}

const analysed = new WeakMap<CheckSubject, readonly AnalysedText[]>();

/** Reads and judges every text of a subject once, however many rules ask. */
export function analyse(subject: CheckSubject): readonly AnalysedText[] {
  const known = analysed.get(subject);
  if (known) return known;
  const prose = proseIn(subject);
  const read = proseKeys.flatMap((key) => {
    const original = prose[key];
    return original ? [analyseText(subject, key, original)] : [];
  });
  const fresh = withContradictions(read);
  analysed.set(subject, fresh);
  return fresh;
}

function analyseText(subject: CheckSubject, key: ProseKey, original: string): AnalysedText {
  const figures: Figures = { format: subject.format, book: subject.figures };
  const lastYear: Figures | null = subject.lastYear ? { format: subject.format, book: subject.lastYear.figures } : null;
  const said = readText(original, subject.year);
  const read = isNoteKey(key) ? withExplainedParts(said) : said;
  const lists = paragraphs(read).flatMap((numbers) => partLists(read.plain.text, numbers));
  const statements = statementClaims(read, lists, { figures, lastYear, whose: subject });
  const sums = sumClaims(lists, statements);
  const none = noneClaims(noneStatements(read, subject.year), statements, { figures, whose: subject });
  const meant = meantNumbers(statements, sums.claims);
  const shares = shareClaims(read, lists, { known: figures, meant, reportYear: subject.year });
  const changes = [
    ...levelClaims(read, { known: figures, lastYear, meant }),
    ...growthClaims(read, { known: figures, lastYear, meant, reportYear: subject.year }),
  ];
  return {
    key,
    original,
    read,
    lists: sums.lists,
    claims: [
      ...withoutToldAsNone([...statements.values()], none),
      ...none,
      ...withWitnesses(sums.claims, [...shares, ...changes]),
      ...shares,
      ...changes,
    ].sort((a, b) => a.start - b.start),
  };
}
