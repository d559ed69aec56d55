import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Filing,
  findUnits,
  insertNotices,
  listFilings,
  listShownAnnouncements,
  listSignOffsOf,
  listStanding,
  listWaitingContributions,
  type NewNotice,
  type Reader,
  robots,
  rootUnit,
  type Store,
  settleNoticesById,
  tellAgain,
  toldOnce,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { aboutAnnouncement, type DueStage, dueStage, type NoticeKind } from '@/server/domain/notices';
import { dayAt } from '@/server/domain/periods';
import { loadFilingView } from '@/server/views/filing-view';
import { obstaclesOf } from '@/server/views/load-obstacles';
import { postsByUnit, receiversAmong } from '@/server/views/notice-receivers';

/** What no act tells of, because the clock does, or because it is only seen by looking. */
const byLooking = ['due', 'overdue', 'answer_due', 'answer_overdue', 'to_sign', 'announced'] as const satisfies readonly NoticeKind[];

/** Something that is so now, whoever is told of it. */
type Wanted = Omit<NewNotice, 'id' | 'receiver' | 'writtenAt' | 'once'> & { once: string; to: readonly string[] };

/** A signature that is waited for, and under what. */
interface ToSign {
  filingId: string;
  hash: string;
  wanted: Wanted;
}

/**
 * Tells what is due soon, due no more, and what waits for a signature inside its unit: once each person, deadline and stage. What was told before and is so
 * no more (submitted, another day, another content) is settled; what is so again (recalled, the day moved back) is told again. All of it is derived from what
 * stands, so a look that was missed is made up for by the next, and one that is repeated tells nothing twice.
 */
export async function tellDue(store: Store, now: Date, overlay: Overlay | null): Promise<void> {
  const signatures = await toSign(store.read, overlay);
  const found = await toTell(store.read, signatures, now);
  if (found.news.length + found.again.length + found.over.length === 0) return;
  // Looked at once more beside nobody else: what was submitted or signed meanwhile is told to nobody.
  await store.tx(async (tx) => {
    const { news, again, over } = await toTell(tx, await stillToSign(tx, signatures), now);
    await insertNotices(tx, news);
    await tellAgain(tx, again, now);
    await settleNoticesById(tx, over, now);
  });
}

/** What is told first, what again and what is over, the last two by id. */
async function toTell(
  reader: Reader,
  signatures: readonly ToSign[],
  now: Date,
): Promise<{ news: NewNotice[]; again: string[]; over: string[] }> {
  const wanted = [...(await dueFilings(reader, now)), ...(await dueAnswers(reader, now)), ...signatures.map(({ wanted }) => wanted)];
  const told = await toldOnce(reader, [...new Set(wanted.map(({ once }) => once))]);
  const news: NewNotice[] = [];
  const again: string[] = [];
  for (const { to, ...notice } of wanted)
    for (const receiver of to) {
      const before = told.get(`${receiver} ${notice.once}`);
      if (!before) news.push({ ...notice, id: randomUUID(), receiver, writtenAt: now });
      // A group chat hears of a deadline once a stage, not whenever one quarter is opened again.
      else if (before.isSettled && receiver !== robots) again.push(before.id);
    }
  // What was announced is told by its event, and is over with its last day.
  const announced = (await listShownAnnouncements(reader, dayAt(now))).map(({ id }) => aboutAnnouncement(id));
  const isSo = new Set([...wanted.map(({ once }) => once), ...announced]);
  const over = (await listStanding(reader, byLooking)).filter(({ once }) => once === null || !isSo.has(once));
  return { news, again, over: over.map(({ id }) => id) };
}

/** Of the signatures that were waited for a moment ago, those that still are. A content that moved meanwhile is seen by the next look. */
async function stillToSign(reader: Reader, signatures: readonly ToSign[]): Promise<ToSign[]> {
  if (signatures.length === 0) return [];
  const open = new Set((await openToSign(reader)).map(({ id }) => id));
  const signed = await listSignOffsOf(
    reader,
    signatures.map(({ filingId }) => filingId),
  );
  return signatures.filter(({ filingId, hash }) => open.has(filingId) && !signed.get(filingId)?.some((one) => one.hash === hash));
}

/** The quarters that have not been submitted and are due in 7, 3 or 1 days, or were; of each the clerks, and of each quarter the robots. */
async function dueFilings(reader: Reader, now: Date): Promise<Wanted[]> {
  const filings = (await listFilings(reader, { statuses: ['open', 'returned'] })).flatMap((filing) => {
    const stage = dueStage(filing.dueOn, dayAt(now));
    return stage === null ? [] : [{ filing, stage }];
  });
  if (filings.length === 0) return [];
  const posts = await postsByUnit(reader, [...new Set(filings.map(({ filing }) => filing.unitId))]);
  const root = await rootUnit(reader);
  const quarters = new Map<string, Wanted>();
  const wanted = filings.map(({ filing, stage }): Wanted => {
    const { id, unitId, unitPath, year, quarter, dueOn: day } = filing;
    const kind = stage === 'overdue' ? 'overdue' : 'due';
    const period = `${year}Q${quarter}`;
    const ofAll = { kind, period, day, once: `due:${period}:${day}:${stage}` } as const;
    // A group chat hears of everybody's day; a unit's own is its own affair.
    if (root && day === filing.quarterDueOn)
      quarters.set(ofAll.once, { ...ofAll, unitId: root.id, about: `quarter:${period}`, path: '/tasks', to: [robots] });
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
  const posts = await postsByUnit(reader, [...units.keys()]);
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
async function toSign(reader: Reader, overlay: Overlay | null): Promise<ToSign[]> {
  const filings = await openToSign(reader);
  const posts = filings.length === 0 ? new Map() : await postsByUnit(reader, [...new Set(filings.map(({ unitId }) => unitId))]);
  const waiting: ToSign[] = [];
  for (const filing of filings) {
    const to = receiversAmong(posts, filing, 'to_sign').map(({ userId }) => userId);
    if (to.length === 0) continue;
    const hash = await hashToSign(reader, filing, overlay);
    if (hash !== null) waiting.push({ filingId: filing.id, hash, wanted: signatureOf(filing, hash, to) });
    await nextTurn();
  }
  return waiting;
}

async function openToSign(reader: Reader): Promise<Filing[]> {
  return (await listFilings(reader, { statuses: ['open', 'returned'] })).filter((filing) => filing.needsSignOff);
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
