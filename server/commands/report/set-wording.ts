import { listUnits, readSetting, writeSetting } from '@/db/store';
import { noWording, type OfficeWording, parseWords, writeWords } from '@/server/domain/checks/office-wording';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';

const wrongWith = {
  short: { zh: '误写至少两个字', en: 'a slip has at least two characters' },
  long: { zh: '最多 40 个字', en: 'at most 40 characters' },
  same: { zh: '误写和正写相同', en: 'the slip and what is meant are the same' },
  twice: { zh: '与前面重复', en: 'it stands twice' },
  many: { zh: '词表最多 500 条', en: 'the list holds at most 500' },
};

/**
 * Sets from which share on a text is last year's again, and the office's own list of slips. Both hold for every report from then on.
 *
 * @param input.words a line each, `误写=正写`
 * @throws Refused not_found, forbidden, conflict (somebody else changed them), invalid (which line)
 */
export async function setWording(
  context: CommandContext,
  input: { repetitionShare: number | null; words: string; seen: { repetitionShare: number | null; words: string } },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await tx.lock('wording');
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
    const read = parseWords(input.words);
    if (!('words' in read))
      throw new Refused('invalid', {
        zh: `词表第 ${read.line} 行：${wrongWith[read.what].zh}。没有保存。`,
        en: `Line ${read.line} of the list: ${wrongWith[read.what].en}. Nothing was saved.`,
      });
    const stored = (await readSetting(tx, 'wording')) ?? noWording;
    const before = plain(stored);
    const after = plain({ repetitionShare: input.repetitionShare, words: read.words });
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    if (JSON.stringify(before) !== JSON.stringify(input.seen))
      throw new Refused('conflict', {
        zh: '这些设定刚刚被另一人改过，没有保存。请刷新后再改。',
        en: 'Somebody else has just changed these settings; nothing was saved. Reload and change them again.',
      });
    await writeSetting(tx, 'wording', { repetitionShare: input.repetitionShare, words: read.words });
    tx.record('rule.wording_changed', { before, after });
  });
}

function plain({ repetitionShare, words }: OfficeWording): { repetitionShare: number | null; words: string } {
  return { repetitionShare, words: writeWords(words) };
}
