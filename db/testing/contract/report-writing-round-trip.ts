import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  decideReportSuggestion,
  findSavedText,
  insertReport,
  insertReportComment,
  insertReportSuggestion,
  insertTextVersion,
  listReportComments,
  listReportSuggestions,
  listTextVersions,
  newestTextVersion,
  recordEvents,
  replaceTextVersion,
  resolveReportComments,
  type Store,
} from '../../store';
import { aUnit, someDay } from '../rows';

const later = new Date(someDay.getTime() + 60_000);

/** Versions, suggestions and comments read back as they were written, on either engine. */
export function reportWritingContract(store: () => Store): void {
  const aReport = async (): Promise<string> => {
    const { id: unitId } = await aUnit(store());
    const id = randomUUID();
    await store().tx((tx) => insertReport(tx, { id, unitId, year: 2026, scope: 'own_organ', createdAt: someDay }));
    return id;
  };

  it('versions of a text stand the newest first, and a stretch of work keeps its beginning', async () => {
    const reportId = await aReport();
    const of = { reportId, key: '1' as const };
    expect(await newestTextVersion(store().read, of)).toBeNull();
    const one = { ...of, version: 1, text: '甲', savedBy: 'a', startedAt: someDay, savedAt: someDay };
    const two = { ...one, version: 2, text: '乙', savedBy: 'b' };
    await store().tx(async (tx) => {
      await insertTextVersion(tx, one);
      await insertTextVersion(tx, two);
      await insertTextVersion(tx, { ...one, key: '5', version: 9 });
      await replaceTextVersion(tx, { ...of, version: 2 }, { version: 3, text: '乙二', savedAt: later });
    });
    const three = { ...two, version: 3, text: '乙二', savedAt: later };
    expect(await listTextVersions(store().read, of)).toEqual([three, one]);
    expect(await newestTextVersion(store().read, of)).toEqual(three);
  });

  it('every save of a text is found again in the log', async () => {
    const reportId = await aReport();
    const saved = (key: string, version: number) => ({
      kind: 'report.text_saved' as const,
      payload: { key, before: '', after: `${key} 第 ${version} 稿`, version },
      at: someDay.toISOString(),
      actorId: 'a',
      actorName: '甲',
      unitId: null,
      objectType: 'report',
      objectId: reportId,
      period: '2026',
      reason: null,
      requestId: 'r',
      sessionHash: null,
      ip: null,
    });
    await store().tx((tx) => recordEvents(tx, [...Array.from({ length: 45 }, (_, at) => saved('1', at + 1)), saved('5', 1)]));
    expect(await findSavedText(store().read, { reportId, key: '1', version: 2 })).toBe('1 第 2 稿');
    expect(await findSavedText(store().read, { reportId, key: '5', version: 1 })).toBe('5 第 1 稿');
    expect(await findSavedText(store().read, { reportId, key: '5', version: 2 })).toBeNull();
  });

  it('a suggestion is decided once', async () => {
    const reportId = await aReport();
    const suggestion = { id: randomUUID(), reportId, key: '5' as const, before: '甲', after: '乙', follows: '', reason: '更准确' };
    const waiting = { ...suggestion, writtenBy: 'a', writtenAt: someDay };
    const decided = { decision: 'declined' as const, decidedBy: 'b', decidedAt: later, decisionText: '以原文为准' };
    await store().tx(async (tx) => {
      await insertReportSuggestion(tx, waiting);
      await decideReportSuggestion(tx, { reportId, id: suggestion.id }, decided);
      await decideReportSuggestion(tx, { reportId, id: suggestion.id }, { ...decided, decision: 'taken', decidedBy: 'c' });
    });
    expect(await listReportSuggestions(store().read, reportId)).toEqual([{ ...waiting, ...decided }]);
  });

  it('a thread is resolved as a whole, and what was resolved keeps its person', async () => {
    const reportId = await aReport();
    const comment = (id: string, repliesTo: string | null) => ({
      ...{ id, reportId, key: '5' as const, quote: '问题', repliesTo, text: '请补充', writtenBy: 'a', writtenAt: someDay },
    });
    const [first, reply, other] = [randomUUID(), randomUUID(), randomUUID()];
    await store().tx(async (tx) => {
      await insertReportComment(tx, comment(first, null));
      await resolveReportComments(tx, { reportId, thread: first, by: 'b', at: later });
      await insertReportComment(tx, comment(reply, first));
      await insertReportComment(tx, comment(other, null));
      await resolveReportComments(tx, { reportId, thread: first, by: 'c', at: later });
    });
    const resolvedBy = Object.fromEntries((await listReportComments(store().read, reportId)).map((one) => [one.id, one.resolvedBy]));
    expect(resolvedBy).toEqual({ [first]: 'b', [reply]: 'c', [other]: null });
  });
}
