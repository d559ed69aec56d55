import { diffArrays } from 'diff';

export type Change = 'same' | 'added' | 'removed';

/** A stretch of text, and whether both have it. */
export interface ChangedPart {
  change: Change;
  text: string;
}

/** A paragraph of either text: untouched, gone, new, or changed within. */
export interface ComparedParagraph {
  change: Change | 'changed';
  parts: readonly ChangedPart[];
}

/** Two paragraphs that share less than this are two paragraphs, and not one that was changed. */
const minShared = 0.4;

/**
 * Two texts side by side, paragraph by paragraph: what stands in both, what was taken out, what was put in. Without the added parts it
 * reads as `before`, without the removed ones as `after`, line breaks apart. A number is one word: 483 against 492 is 483 out, 492 in.
 */
export function compareTexts(before: string, after: string): ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  const runs = diffArrays(paragraphsOf(before), paragraphsOf(after));
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    const next = runs[at + 1];
    if (!run) continue;
    if (run.removed && next?.added) {
      compared.push(...pairedUp(run.value, next.value));
      at += 1;
    } else {
      const change: Change = run.added ? 'added' : run.removed ? 'removed' : 'same';
      compared.push(...run.value.map((text) => whole(change, text)));
    }
  }
  return compared;
}

/** Paragraphs that were taken out and put in at one place: each is matched with the next one that resembles it. */
function pairedUp(removed: readonly string[], added: readonly string[]): ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  let from = 0;
  for (const old of removed) {
    const match = added.findIndex((text, index) => index >= from && shared(old, text) >= minShared);
    if (match < 0) {
      compared.push(whole('removed', old));
      continue;
    }
    compared.push(...added.slice(from, match).map((text) => whole('added', text)));
    compared.push({ change: 'changed', parts: partsOf(old, added[match] ?? '') });
    from = match + 1;
  }
  return [...compared, ...added.slice(from).map((text) => whole('added', text))];
}

function partsOf(before: string, after: string): ChangedPart[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Share of the longer paragraph that stands in both, 0 to 1. */
function shared(before: string, after: string): number {
  const same = partsOf(before, after)
    .filter(({ change }) => change === 'same')
    .reduce((sum, { text }) => sum + text.length, 0);
  return same / Math.max(before.length, after.length, 1);
}

function whole(change: Change, text: string): ComparedParagraph {
  return { change, parts: [{ change, text }] };
}

function paragraphsOf(text: string): string[] {
  return text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
}

function wordsOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*|[A-Za-z]+|./gsu) ?? [];
}
