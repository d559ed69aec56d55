import type { ReportFact, ReportText } from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import { type Format, isNoteKey, type ProseKey, proseKeys } from '@/server/domain/formats';
import {
  type LocalFact,
  numbersOf,
  type ProseNumber,
  type ProseSources,
  parseProse,
  type ResolvedProse,
  resolveProse,
} from '@/server/domain/prose';
import type { Prose } from '@/server/domain/report/prose-in';
import type { CheckSubject, Notes, Texts } from '@/server/domain/subject';

/** What is written of a report, as it is stored and as it is printed. */
export interface ReportProse {
  sources: ProseSources;
  resolved: ReadonlyMap<ProseKey, ResolvedProse>;
  /** The chapters. */
  printed: Texts;
  /** The notes below its tables; one that is empty is none. */
  printedNotes: Notes;
}

/** What an edition keeps of how its texts and notes were written: those stored with tokens, and the facts they use. */
export interface WrittenProse {
  texts: Prose;
  facts: readonly WrittenFact[];
}

export interface WrittenFact extends Omit<LocalFact, 'isRetired'> {
  ownerUnitId: string | null;
  evidence: string;
}

export function resolveReportTexts(
  texts: readonly ReportText[],
  facts: readonly ReportFact[],
  of: { format: Format; figures: FigureBook; lastYear: FigureBook | null },
): ReportProse {
  const sources: ProseSources = { ...of, facts: new Map(facts.map((fact) => [fact.id, localFact(fact)])) };
  const resolved = new Map(texts.map((text) => [text.key, resolveProse(text.text, sources)]));
  const printed = [...resolved].map(([key, { text }]) => [key, text] as const);
  return {
    sources,
    resolved,
    printed: Object.fromEntries(printed.filter(([key]) => !isNoteKey(key))),
    printedNotes: Object.fromEntries(printed.filter(([key, text]) => isNoteKey(key) && text.trim() !== '')),
  };
}

/** Every number of the texts with its state, in order of text and place. @param subject holds the printed texts */
export function reportNumbers({ resolved, sources }: ReportProse, subject: CheckSubject): ProseNumber[] {
  return proseKeys.flatMap((key) => {
    const prose = resolved.get(key);
    return prose ? numbersOf(key, prose, subject, sources) : [];
  });
}

/** @returns null for texts without tokens, which are all there is to keep */
export function writtenProse(texts: readonly ReportText[], facts: readonly ReportFact[]): WrittenProse | null {
  const pieces = texts.map((text) => ({ text, tokens: parseProse(text.text).filter((piece) => piece.kind !== 'words') }));
  const live = pieces.filter(({ tokens }) => tokens.length > 0);
  if (live.length === 0) return null;
  const used = new Set(live.flatMap(({ tokens }) => tokens.flatMap(({ token }) => (token?.kind === 'fact' ? [token.id] : []))));
  return {
    texts: Object.fromEntries(live.map(({ text }) => [text.key, text.text])),
    facts: facts
      .filter((fact) => used.has(fact.id))
      .map(({ id, name, value, unit, exactness, ownerUnitId, evidence }) => ({ id, name, value, unit, exactness, ownerUnitId, evidence })),
  };
}

export function localFact({ id, name, value, unit, exactness, retiredAt }: ReportFact): LocalFact {
  return { id, name, value, unit, exactness, isRetired: retiredAt !== null };
}
