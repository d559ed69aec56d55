import type { TextPlace, Texts } from '../../subject';
import { type PlainText, plainText } from '../plain-text';
import { isGovernment } from './is-government';
import { type Topic, type TopicId, topics } from './topics';

/** treated: under a heading of its own with words below it, or from enough sides. partly: named, and hardly more. */
export type Treatment = 'treated' | 'partly' | 'missing';

export interface Covered {
  topic: TopicId;
  treatment: Treatment;
  /** Where the text first speaks of it. */
  place: TextPlace | null;
  /** False where the law does not ask this organ for it. */
  isWanted: boolean;
}

/** A heading with fewer characters below it says that something is to come, and nothing else. */
const fewestUnderHeading = 20;

/**
 * Which of the topics the texts of a report treat. By words alone: whether what is said is enough remains for a reader to judge.
 *
 * @returns one entry a topic, in the order of the topics
 */
export function coverageOf(organ: string, texts: Texts): Covered[] {
  const read = new Map<string, PlainText>();
  return topics.map((topic) => {
    const original = texts[topic.text] ?? '';
    const plain = read.get(topic.text) ?? plainText(original);
    read.set(topic.text, plain);
    const isWanted = !topic.isOfGovernments || isGovernment(organ);
    return { topic: topic.id, ...treatmentOf(topic, original, plain), isWanted };
  });
}

/** Whether a text speaks of a topic at all. */
export function mentions(topic: Topic, text: string): boolean {
  const plain = plainText(text).text.replace(/\s/g, '');
  return topic.words.some((words) => words.test(plain));
}

function treatmentOf(topic: Topic, original: string, plain: PlainText): Pick<Covered, 'treatment' | 'place'> {
  const heading = headingOf(topic, plain.text);
  const hits = topic.words.flatMap((words) => {
    const match = words.exec(plain.text);
    return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
  const first = heading ?? hits.toSorted((a, b) => a.start - b.start)[0];
  if (!first) return { treatment: 'missing', place: null };
  const start = plain.origin[first.start] ?? 0;
  const end = (plain.origin[first.end - 1] ?? start) + 1;
  const place = { text: topic.text, start, end, snippet: original.slice(start, end) };
  const isTreated = hits.length >= topic.enough || (heading !== null && heading.below >= fewestUnderHeading);
  return { treatment: isTreated ? 'treated' : 'partly', place };
}

/** `（一）主动公开。` at the start of a line, up to its stop or the end of the line. */
const headingLine = /(?:^|\n)(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])([^。；，\n]{2,30})/g;

function headingOf(topic: Topic, text: string): { start: number; end: number; below: number } | null {
  const { title } = topic;
  if (!title) return null;
  const headings = [...text.matchAll(headingLine)];
  const at = headings.findIndex((match) => title.test(match[1] ?? ''));
  const found = headings[at];
  if (!found) return null;
  const end = found.index + found[0].length;
  const start = found[0].startsWith('\n') ? found.index + 1 : found.index;
  return { start, end, below: (headings[at + 1]?.index ?? text.length) - end };
}
