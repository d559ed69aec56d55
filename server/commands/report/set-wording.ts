import { listUnits, readSetting, writeSetting } from '@/db/store';
import { type LocalWord, noWording, type OfficeWording, parseWords, writeWords } from '@/server/domain/checks/office-wording';
import { inPercent } from '@/server/domain/checks/thresholds';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireMergedChange } from '../office/merged-change';

/** As the form shows it: a line for each word. */
export interface WrittenWording {
  repetitionShare: number | null;
  words: string;
}

const wrongWith = {
  short: { zh: '误写至少两个字', en: 'a slip has at least two characters' },
  long: { zh: '最多 40 个字', en: 'at most 40 characters' },
  same: { zh: '误写和正写相同', en: 'the slip and what is meant are the same' },
  twice: { zh: '与前面重复', en: 'it stands twice' },
  many: { zh: '词表最多 500 条', en: 'the list holds at most 500' },
};

/**
 * Sets from which share on a text is last year's again, and the office's own list of slips. Both hold for every report from then on.
 * Each word is a fact of its own: words that somebody else added or changed meanwhile stay.
 *
 * @param input.words a line each, `误写=正写`
 * @param input.seen what the form showed
 * @returns what stands now, both people's words in it
 * @throws Refused not_found, forbidden, conflict (somebody else changed the share, or the same word, to something else), invalid (which line)
 */
export async function setWording(context: CommandContext, input: WrittenWording & { seen: WrittenWording }): Promise<WrittenWording> {
  return runCommand(context, 'year.manage', async (tx) => {
    await tx.lock('wording');
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
    const [wanted, seen] = [requireWords(input.words), requireWords(input.seen.words)];
    const stored = (await readSetting(tx, 'wording')) ?? noWording;
    const keys = [...new Set([stored.words, seen, wanted].flatMap((words) => words.map((word) => word.wrong)))];
    const facts = (repetitionShare: number | null, words: readonly LocalWord[]): WordingFacts =>
      Object.fromEntries<string | number | null>([
        [share, repetitionShare],
        ...keys.map((wrong) => [wordFact(wrong), words.find((word) => word.wrong === wrong)?.right ?? null] as const),
      ]);
    const change = await requireMergedChange<WordingFacts>(tx, {
      stored: facts(stored.repetitionShare, stored.words),
      seen: facts(input.seen.repetitionShare, seen),
      wanted: facts(input.repetitionShare, wanted),
      event: {
        kind: 'rule.wording_changed',
        objectType: 'unit',
        objectId: root.id,
        isAbout: ({ before, after }, fact) => saidOf(before as WrittenWording, fact) !== saidOf(after as WrittenWording, fact),
      },
      names: Object.fromEntries([
        [share, { zh: '重复比例', en: 'share' }],
        ...keys.map((wrong) => [wordFact(wrong), { zh: `误写‘${wrong}’`, en: `slip '${wrong}'` }] as const),
      ]),
      print: printFact,
    });
    const before = plain(stored);
    if (Object.keys(change).length === 0) return before;
    const merged: OfficeWording = {
      repetitionShare: share in change ? (change[share] as number | null) : stored.repetitionShare,
      words: mergedWords(stored.words, wanted, change),
    };
    const after = plain(merged);
    // What each of two people added may be too much together.
    requireWords(after.words);
    await writeSetting(tx, 'wording', merged);
    tx.record('rule.wording_changed', { before, after });
    return after;
  });
}

/** The share, and every word by what is wrong: what is meant instead, null where it is not in the list. */
type WordingFacts = Record<string, string | number | null>;

const share = 'repetitionShare';
const wordFact = (wrong: string) => `word ${wrong}`;

function requireWords(words: string): LocalWord[] {
  const read = parseWords(words);
  if ('words' in read) return read.words;
  throw new Refused('invalid', {
    zh: `词表第 ${read.line} 行：${wrongWith[read.what].zh}。没有保存。`,
    en: `Line ${read.line} of the list: ${wrongWith[read.what].en}. Nothing was saved.`,
  });
}

/** Words stay where they stand; new ones come behind them, in the order in which they were written. */
function mergedWords(stored: readonly LocalWord[], wanted: readonly LocalWord[], change: Partial<WordingFacts>): LocalWord[] {
  const kept = stored.flatMap((word) => {
    const right = change[wordFact(word.wrong)];
    return right === undefined ? [word] : typeof right === 'string' ? [{ wrong: word.wrong, right }] : [];
  });
  const known = new Set(stored.map((word) => word.wrong));
  return [...kept, ...wanted.filter((word) => !known.has(word.wrong) && typeof change[wordFact(word.wrong)] === 'string')];
}

function saidOf(wording: WrittenWording, fact: string): string | number | null {
  if (fact === share) return wording.repetitionShare;
  const read = parseWords(wording.words);
  return ('words' in read ? read.words.find((word) => wordFact(word.wrong) === fact)?.right : null) ?? null;
}

function printFact(fact: string, value: unknown): Sentence {
  if (fact === share)
    return value === null
      ? { zh: '按标准', en: 'the standard' }
      : { zh: `${inPercent(Number(value))}%`, en: `${inPercent(Number(value))}%` };
  if (value === null) return { zh: '不在词表中', en: 'not in the list' };
  return value === '' ? { zh: '只列误写', en: 'the slip alone' } : { zh: String(value), en: String(value) };
}

function plain({ repetitionShare, words }: OfficeWording): WrittenWording {
  return { repetitionShare, words: writeWords(words) };
}
