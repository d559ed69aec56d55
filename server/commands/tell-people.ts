import {
  findSlipNumbered,
  findUnits,
  getReport,
  insertNotices,
  listReportSignatures,
  moveNotices,
  type NewNotice,
  partsOf,
  type Reader,
  robots,
  settleNotices,
  settleNoticesById,
  type Tx,
  tellAgain,
  toldOnce,
} from '@/db/store';
import type { EventFacts } from '@/server/domain/audit';
import { kindsOfNotice, type NoticeKind, type Telling, toldByEvent } from '@/server/domain/notices';
import type { HeldPost } from '@/server/domain/permissions';
import { type GivenSignature, maySignStep, nextStep, partHashes, type StepStanding, sentKey, stepStandings } from '@/server/domain/signing';
import { receiversOf } from '@/server/views/notice-receivers';
import { peopleSpokenTo } from '@/server/views/people-spoken-to';
import { readSigned } from '@/server/views/signed-content';
import { signingSteps } from '@/server/views/signing-view';

/**
 * Writes down whom an act's events tell something, and what of earlier notices is over with them, in the transaction of the act: what is told is true,
 * and nothing that happened goes untold. Nothing is sent here; an act never waits for a mail.
 */
export async function tellPeople(tx: Tx, newId: () => string, events: readonly EventFacts[]): Promise<void> {
  const told: Told[] = [];
  for await (const some of partsOf(events)) told.push(...some.flatMap(toldBy));
  if (told.length === 0) return;
  await settleAll(tx, told);
  const telling = told.filter(({ telling: { tells } }) => tells);
  if (telling.length === 0) return;
  const units = await findUnits(tx, [...new Set(telling.map(({ unitId }) => unitId))]);
  const notices: NewNotice[] = [];
  for (const { event, telling: said, unitId, period } of telling) {
    const { about, tells: kind, path } = said;
    const writtenAt = new Date(event.at);
    const unit = units.get(unitId);
    if (!kind || !path || !unit) continue;
    const standings = isSigned(event) ? await standingsAfter(tx, event) : null;
    const next = standings && nextStep(standings);
    const before = await ownAddress(tx, event);
    const facts = { kind, unitId, period, about, day: said.day ?? null, words: said.words || null, once: null, writtenAt };
    if (said.to) {
      const to = await peopleSpokenTo(tx, said.to);
      await correctTold(tx, facts, new Set(to.map(({ userId }) => userId)));
      for (const { userId, role, unitId: of } of to)
        if (userId !== event.actorId) notices.push({ ...facts, unitId: of, once: about, id: newId(), receiver: userId, path: path(role) });
      continue;
    }
    const isAskedFor = (userId: string, post: HeldPost) =>
      !standings || !next || maySignStep({ userId, posts: [post] }, next.step, { unitPath: unit.path, standings }) === 'allowed';
    if (!standings || next)
      for (const { userId, ...post } of await receiversOf(tx, unit, { kind, role: next?.step.role }))
        if (userId !== event.actorId && isAskedFor(userId, post))
          notices.push({ ...facts, id: newId(), receiver: userId, path: before + path(post.role) });
    if (kindsOfNotice[kind].isForRobots) notices.push({ ...facts, id: newId(), receiver: robots, path: before + path('clerk') });
  }
  await insertNotices(tx, notices);
}

interface Told {
  event: EventFacts;
  telling: Telling;
  unitId: string;
  period: string;
}

function toldBy(event: EventFacts): Told[] {
  const telling = toldByEvent(event);
  return telling && event.unitId !== null ? [{ event, telling, unitId: event.unitId, period: event.period ?? '' }] : [];
}

/**
 * What was told of the same before goes by what the office says now: it is over for whom it is not for any more, and told again to whom it was over
 * (its last day had passed, or it was for others meanwhile).
 */
async function correctTold(
  tx: Tx,
  { about, kind, day, writtenAt }: Pick<NewNotice, 'about' | 'kind' | 'day' | 'writtenAt'>,
  to: ReadonlySet<string>,
): Promise<void> {
  const before = [...(await toldOnce(tx, [about]))].map(([key, one]) => ({ ...one, isTheirs: to.has(key.slice(0, -about.length - 1)) }));
  if (before.length === 0) return;
  await moveNotices(tx, { about, kind, day });
  const idsOf = (isSettled: boolean, isTheirs: boolean) =>
    before.filter((one) => one.isSettled === isSettled && one.isTheirs === isTheirs).map(({ id }) => id);
  await settleNoticesById(tx, idsOf(false, false), writtenAt);
  await tellAgain(tx, idsOf(true, true), writtenAt);
}

/** An act on a thousand units ends as many of one kind. */
async function settleAll(tx: Tx, told: readonly Told[]): Promise<void> {
  const ended = new Map<string, { kinds: readonly NoticeKind[]; at: Date; abouts: string[] }>();
  for (const { event, telling } of told) {
    if (!telling.settles) continue;
    const name = telling.settles.join(' ');
    const alike = ended.get(name) ?? { kinds: telling.settles, at: new Date(event.at), abouts: [] };
    ended.set(name, alike);
    alike.abouts.push(telling.about);
  }
  for (const one of ended.values()) await settleNotices(tx, one);
}

const isSigned = (event: EventFacts): event is EventFacts<'report.signed'> => event.kind === 'report.signed';

/** How the steps of a report stand with a signature that was just given: all of them over what it is under. */
async function standingsAfter(reader: Reader, { objectId, payload }: EventFacts<'report.signed'>): Promise<StepStanding<GivenSignature>[]> {
  const given = (await listReportSignatures(reader, objectId))
    .filter((one) => one.withdrawnAt === null)
    .map((one) => ({ ...one, ...readSigned(one.content) }));
  const newest = given.find((one) => one.id === payload.id);
  if (!newest) return [];
  return stepStandings(
    await signingSteps(reader),
    given.filter((one) => one.step !== sentKey),
    { hashes: partHashes(newest.content), edition: newest.edition },
  );
}

/** Of a report or a slip, where it stands; of others that is told with what happened. */
async function ownAddress(tx: Tx, event: EventFacts): Promise<string> {
  if (event.objectType === 'report') return reportPath(tx, event.objectId);
  return isDecided(event) ? slipPath(tx, event) : '';
}

const isDecided = (event: EventFacts): event is EventFacts<'slip.accepted' | 'slip.refused'> =>
  event.kind === 'slip.accepted' || event.kind === 'slip.refused';

async function slipPath(reader: Reader, { unitId, period, payload }: EventFacts<'slip.accepted' | 'slip.refused'>): Promise<string> {
  const slip = await findSlipNumbered(reader, { unitId: unitId ?? '', year: Number(period), number: payload.number });
  return slip ? `/slips/${slip.id}` : '/slips';
}

async function reportPath(reader: Reader, reportId: string): Promise<string> {
  const report = await getReport(reader, reportId);
  return report ? `/reports/${report.unitId}/${report.year}/${report.scope}` : '/reports';
}
