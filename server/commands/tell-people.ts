import { findUnits, getReport, insertNotices, type NewNotice, type Reader, readSetting, robots, settleNotices, type Tx } from '@/db/store';
import type { EventFacts } from '@/server/domain/audit';
import { kindsOfNotice, toldByEvent } from '@/server/domain/notices';
import { type SigningRole, sentKey } from '@/server/domain/signing';
import { receiversOf } from '@/server/views/notice-receivers';

/**
 * Writes down whom an act's events tell something, and what of earlier notices is over with them, in the transaction of the act: what is told is true,
 * and nothing that happened goes untold. Nothing is sent here; an act never waits for a mail.
 */
export async function tellPeople(tx: Tx, newId: () => string, events: readonly EventFacts[]): Promise<void> {
  const told = events.flatMap((event) => {
    const telling = toldByEvent(event);
    return telling && event.unitId !== null && event.period !== null
      ? [{ event, telling, unitId: event.unitId, period: event.period }]
      : [];
  });
  if (told.length === 0) return;
  const units = await findUnits(tx, [...new Set(told.map(({ unitId }) => unitId))]);
  const notices: NewNotice[] = [];
  for (const { event, telling, unitId, period } of told) {
    const { about, settles, tells: kind, path } = telling;
    const writtenAt = new Date(event.at);
    if (settles) await settleNotices(tx, { about, kinds: settles, at: writtenAt });
    const unit = units.get(unitId);
    if (!kind || !path || !unit) continue;
    const next = isSigned(event) ? await nextSigner(tx, event) : 'whoever';
    const before = event.objectType === 'report' ? await reportPath(tx, event.objectId) : '';
    const facts = { kind, unitId, period, about, day: telling.day ?? null, once: null, writtenAt };
    for (const { userId, role } of await receiversOf(tx, unit, kind))
      if (userId !== event.actorId && (next === 'whoever' || role === next))
        notices.push({ ...facts, id: newId(), receiver: userId, path: before + path(role) });
    if (kindsOfNotice[kind].isForRobots) notices.push({ ...facts, id: newId(), receiver: robots, path: before + path('clerk') });
  }
  await insertNotices(tx, notices);
}

const isSigned = (event: EventFacts): event is EventFacts<'report.signed'> => event.kind === 'report.signed';

/** Whose signature follows this one; null: nobody's. */
async function nextSigner(reader: Reader, { payload }: EventFacts<'report.signed'>): Promise<SigningRole | null> {
  const steps = (await readSetting(reader, 'signingSteps')) ?? [];
  const signed = payload.step === sentKey ? -1 : steps.findIndex((step) => step.key === payload.step);
  return steps[signed + 1]?.role ?? null;
}

async function reportPath(reader: Reader, reportId: string): Promise<string> {
  const report = await getReport(reader, reportId);
  return report ? `/reports/${report.unitId}/${report.year}/${report.scope}` : '/reports';
}
