import { align } from './align';
import { joinParagraphs, paragraphsOf } from './paragraphs';
import { sharedLength } from './word-changes';

/** A proposed change to one paragraph: `before` empty where a new one is proposed, `after` empty where it is to go. */
export interface ProposedChange {
  before: string;
  after: string;
  /** The paragraph before it; empty at the beginning. */
  follows: string;
}

/** What an edited text proposes of the text it was made of, paragraph by paragraph. */
export function proposedChanges(text: string, edited: string): ProposedChange[] {
  const base = paragraphsOf(text);
  const { kept, added } = align(base, paragraphsOf(edited));
  const changes: ProposedChange[] = [];
  for (let at = 0; at <= base.length; at += 1) {
    const follows = base[at - 1] ?? '';
    const put = (added[at] ?? []).filter((one) => one.trim() !== '');
    if (put.length > 0) changes.push({ before: '', after: joinParagraphs(put), follows });
    const before = base[at];
    if (before === undefined) break;
    const after = joinParagraphs(kept[at] ?? []);
    if (after !== before && (before.trim() !== '' || after.trim() !== '')) changes.push({ before, after, follows });
  }
  return changes;
}

/** How a proposed change stands to the text as it is now. gone: its paragraph was changed since; `nearest` is what may be left of it. */
export type Fit = { kind: 'fits'; text: string; at: number } | { kind: 'gone'; nearest: string | null };

/** The text with the change in it, or that its paragraph is no longer there as it was. */
export function fitChange(text: string, { before, after, follows }: ProposedChange): Fit {
  const paragraphs = paragraphsOf(text);
  if (before === '') {
    if (text.trim() === '') return { kind: 'fits', text: after, at: 0 };
    const at = follows === '' ? 0 : paragraphs.indexOf(follows) + 1;
    if (follows !== '' && at === 0) return { kind: 'gone', nearest: nearestParagraph(paragraphs, follows) };
    return { kind: 'fits', text: joinParagraphs([...paragraphs.slice(0, at), after, ...paragraphs.slice(at)]), at };
  }
  const places = paragraphs.flatMap((one, at) => (one === before ? [at] : []));
  const at = places.find((place) => (paragraphs[place - 1] ?? '') === follows) ?? places[0];
  if (at === undefined) return { kind: 'gone', nearest: nearestParagraph(paragraphs, before) };
  return { kind: 'fits', text: replaced(paragraphs, at, after), at };
}

/** The text with `after` in the place of the paragraph that reads `now`. @returns null when there is none */
export function replaceParagraph(text: string, now: string, after: string): string | null {
  const paragraphs = paragraphsOf(text);
  const at = paragraphs.indexOf(now);
  return at < 0 ? null : replaced(paragraphs, at, after);
}

/** An empty paragraph in the place of one that goes would be a gap. */
function replaced(paragraphs: readonly string[], at: number, after: string): string {
  return joinParagraphs([...paragraphs.slice(0, at), ...(after === '' ? [] : [after]), ...paragraphs.slice(at + 1)]);
}

const minShared = 0.3;

/** The paragraph that shares the most with what was there. */
export function nearestParagraph(paragraphs: readonly string[], gone: string): string | null {
  let nearest: { text: string; shared: number } | null = null;
  for (const text of paragraphs) {
    const shared = sharedLength(gone, text);
    if (shared >= minShared * Math.max(gone.length, text.length) && shared > (nearest?.shared ?? 0)) nearest = { text, shared };
  }
  return nearest?.text ?? null;
}
