import {
  insertTextVersion,
  listReportTexts,
  newestTextVersion,
  type Report,
  type ReportText,
  replaceTextVersion,
  upsertReportText,
} from '@/db/store';
import { isNoteKey, type ProseKey } from '@/server/domain/formats';
import { maxNoteCharacters, noteLength } from '@/server/domain/report/notes';
import { Refused } from '@/server/errors';
import type { CommandContext, CommandTx } from '../command';
import { requireTextLength } from '../require-words';

/** Saves of one person within this time are one stretch of work, and one line among the versions. */
const stretchMs = 10 * 60_000;
const maxCharacters = 100_000;

export async function findReportText(tx: CommandTx, report: Report, key: ProseKey): Promise<ReportText | null> {
  return (await listReportTexts(tx, report.id)).find((text) => text.key === key) ?? null;
}

/**
 * Writes a text of a report, its version and its event: the one way by which a text changes. What stood before stays among the
 * versions; of one person's saves within ten minutes the last is kept, and the log has every one.
 *
 * @param of.stored the text as it stands; null where there is none yet
 * @param of.isApart a version of its own, whatever was saved just before: what is put in its place has to stay among the versions
 * @throws Refused invalid (longer than 100 000 characters, a note than 1 000)
 */
export async function keepReportText(
  tx: CommandTx,
  context: CommandContext,
  of: { report: Report; key: ProseKey; stored: ReportText | null; text: string; isApart?: boolean },
): Promise<{ version: number }> {
  const { report, key, stored, text, isApart = false } = of;
  requireReportTextLength(key, text);
  const place = { reportId: report.id, key };
  const [savedBy, savedAt] = [context.actor.userId, context.now()];
  const version = (stored?.version ?? 0) + 1;
  await upsertReportText(tx, report.id, { key, text, version, savedBy, savedAt });
  const newest = await newestTextVersion(tx, place);
  if (!newest && stored) await insertTextVersion(tx, { ...place, ...stored, startedAt: stored.savedAt });
  const isSameStretch = !isApart && newest?.savedBy === savedBy && savedAt.getTime() - newest.startedAt.getTime() < stretchMs;
  if (isSameStretch) await replaceTextVersion(tx, { ...place, version: newest.version }, { version, text, savedAt });
  else await insertTextVersion(tx, { ...place, version, text, savedBy, startedAt: savedAt, savedAt });
  tx.record('report.text_saved', { key, before: stored?.text ?? '', after: text, version });
  return { version };
}

/** A note below a table is a line or two; what is longer belongs into a chapter. @throws Refused invalid */
export function requireReportTextLength(key: ProseKey, text: string): void {
  requireTextLength(text, maxCharacters);
  const length = isNoteKey(key) ? noteLength(text) : 0;
  if (length > maxNoteCharacters)
    throw new Refused('invalid', {
      zh: `表下附注最多 ${maxNoteCharacters} 字（活数字不计），现在有 ${length} 字，未保存。较长的说明请写进正文。`,
      en: `A note below a table has at most ${maxNoteCharacters} characters beside its live numbers, this one has ${length}. Nothing was saved; put more into a chapter.`,
    });
}
