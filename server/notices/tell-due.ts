import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Filing,
  findUnits,
  insertNotices,
  listFilings,
  listStanding,
  listUnits,
  listWaitingContributions,
  type NewNotice,
  postsIn,
  type Reader,
  robots,
  type Store,
  settleNoticesById,
  toldOnce,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { type DueStage, dueStage, type NoticeKind } from '@/server/domain/notices';
import { dayAt } from '@/server/domain/periods';
import { loadFilingView } from '@/server/views/filing-view';
import { obstaclesOf } from '@/server/views/load-obstacles';
import { receiversAmong } from '@/server/views/notice-receivers';

/** What no act tells of, because the clock does, or because it is only seen by looking. */
const byLooking = ['due', 'overdue', 'answer_due', 'answer_overdue', 'to_sign'] as const satisfies readonly NoticeKind[];

/** Something that is so now, whoever is told of it. */
type Wanted = Omit<NewNotice, 'id' | 'receiver' | 'writtenAt' | 'once'> & { once: string; to: readonly string[] };

/**
 * Tells what is due soon, due no more, and what waits for a signature inside its unit: once each person, deadline and stage. What was told before and is so
 * no more (submitted, another day, another content) is settled. All of it is derived from what stands, so a look that was missed is made up for by the next,
 * and one that is repeated tells nothing twice.
 */
export async function tellDue(store: Store, now: Date, overlay: Overlay | null): Promise<void> {
  const wanted = [...(await dueFilings(store.read, now)), ...(await dueAnswers(store.read, now)), ...(await toSign(store.read, overlay))];
  const told = await toldOnce(store.read, [...new Set(wanted.map(({ once }) => once))]);
  const news = wanted.flatMap(({ to, ...notice }): NewNotice[] =>
    to
      .filter((receiver) => !told.has(`${receiver} ${notice.once}`))
      .map((receiver) => ({ ...notice, id: randomUUID(), receiver, writtenAt: now })),
  );
  const isSo = new Set(wanted.map(({ once }) => once));
  const over = (await listStanding(store.read, byLooking)).filter(({ once }) => once === null || !isSo.has(once));
  if (news.length + over.length === 0) return;
  await store.tx(
    async (tx) => {
      await insertNotices(tx, news);
      await settleNoticesById(
        tx,
        over.map(({ id }) => id),
        now,
      );
    },
    { only: 'notices' },
  );
}

/** The quarters that have not been submitted and are due in 7, 3 or 1 days, or were; of each the clerks, and of each quarter the robots. */
async function dueFilings(reader: Reader, now: Date): Promise<Wanted[]> {
  const filings = (await listFilings(reader, { statuses: ['open', 'returned'] })).flatMap((filing) => {
    const stage = dueStage(filing.dueOn, dayAt(now));
    return stage === null ? [] : [{ filing, stage }];
  });
  if (filings.length === 0) return [];
  const posts = await postsIn(reader, [...new Set(filings.map(({ filing }) => filing.unitId))]);
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  const quarters = new Map<string, Wanted>();
  const wanted = filings.map(({ filing, stage }): Wanted => {
    const { id, unitId, unitPath, year, quarter, dueOn: day } = filing;
    const kind = stage === 'overdue' ? 'overdue' : 'due';
    const period = `${year}Q${quarter}`;
    const ofAll = { kind, period, day, once: `due:${period}:${day}:${stage}` } as const;
    if (root) quarters.set(ofAll.once, { ...ofAll, unitId: root.id, about: `quarter:${period}`, path: '/tasks', to: [robots] });
    return {
      ...{ kind, unitId, period, day, about: `filing:${id}`, path: `/filings/${id}`, once: onceFor(`filing:${id}`, day, stage) },
      to: receiversAmong(posts, { unitPath }, kind).map(({ userId }) => userId),
    };
  });
  return [...wanted, ...quarters.values()];
}

async function dueAnswers(reader: Reader, now: Date): Promise<Wanted[]> {
  const requests = await listWaitingContributions(reader);
  const units = await findUnits(reader, [...new Set(requests.map(({ unitId }) => unitId))]);
  const posts = await postsIn(reader, [...units.keys()]);
  return requests.flatMap(({ id, unitId, year, dueOn: day }): Wanted[] => {
    const stage = dueStage(day, dayAt(now));
    const unit = units.get(unitId);
    if (stage === null || !unit) return [];
    const kind = stage === 'overdue' ? 'answer_overdue' : 'answer_due';
    const to = receiversAmong(posts, { unitPath: unit.path }, kind).map(({ userId }) => userId);
    const about = `request:${id}`;
    return [
      { kind, unitId, period: String(year), day, about, path: `/contributions/${unitId}/${year}`, once: onceFor(about, day, stage), to },
    ];
  });
}

/** The quarters that nothing keeps from being submitted but the signature of 分管领导, told under the content that is to be signed. */
async function toSign(reader: Reader, overlay: Overlay | null): Promise<Wanted[]> {
  const filings = (await listFilings(reader, { statuses: ['open', 'returned'] })).filter((filing) => filing.needsSignOff);
  const posts = filings.length === 0 ? [] : await postsIn(reader, [...new Set(filings.map(({ unitId }) => unitId))]);
  const wanted: Wanted[] = [];
  for (const filing of filings) {
    const to = receiversAmong(posts, filing, 'to_sign').map(({ userId }) => userId);
    if (to.length === 0) continue;
    const hash = await hashToSign(reader, filing, overlay);
    if (hash !== null) wanted.push(signatureOf(filing, hash, to));
    await nextTurn();
  }
  return wanted;
}

async function hashToSign(reader: Reader, filing: Filing, overlay: Overlay | null): Promise<string | null> {
  const view = await loadFilingView(reader, filing, overlay);
  const obstacles = await obstaclesOf(reader, view);
  return obstacles.length > 0 && obstacles.every(({ kind }) => kind === 'sign_off') ? view.hash : null;
}

function signatureOf({ id, unitId, year, quarter }: Filing, hash: string, to: readonly string[]): Wanted {
  const about = `filing:${id}`;
  return {
    ...{
      kind: 'to_sign',
      unitId,
      period: `${year}Q${quarter}`,
      day: null,
      about,
      path: `/filings/${id}/check`,
      once: `sign:${id}:${hash}`,
    },
    to,
  };
}

function onceFor(about: string, day: string, stage: DueStage): string {
  return `due:${about}:${day}:${stage}`;
}
