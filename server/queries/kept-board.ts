import { eventHead, findUnits, listEvents, type Reader } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { dayAt } from '@/server/domain/periods';
import { type BoardMoves, boardMovesOf } from '@/server/domain/workflow/moves-board';
import type { Actor } from '@/server/views/access';
import { rulesOf } from '@/server/views/going-round';
import { type Board, type BoardAsked, type BoardFrame, boardOf, inHand, type Lacks, lacksOf, loadBoardFrame } from './board';

/** After more events than that, all is looked into anew. */
const mostEvents = 500;
/** Pages of boards, of some 100 kB each; filings, all that are in hand of three thousand units. */
const most = { frames: 24, filings: 12_000, logs: 4 };

/** What was found of one office by one set of rules, as of an event of its log. */
interface Known {
  seq: number;
  /** Of that event: in another log, or in one that was cut, the event of this number has another. */
  hash: string;
  rules: string;
  frames: Map<string, BoardFrame>;
  /** What filings in hand lack, by filing. */
  lacks: Map<string, Lacks & { unitId: string }>;
}

let known: readonly Known[] = [];

/**
 * `loadBoard`, of what was found the last time: the events since then say what has to be found anew. Everything that a board shows is told by events of
 * the transaction that changes it, and the log has an order, so a snapshot that has an event has all before it.
 *
 * @param reader of one moment
 * @param told hears how much was looked into
 * @throws Refused not_found (no post with a board)
 */
export async function loadKeptBoard(
  reader: Reader,
  actor: Actor,
  asked: BoardAsked,
  { now, overlay }: { now: Date; overlay: Overlay | null },
  told: (found: { isFrameNew: boolean; filings: number }) => void = () => {},
): Promise<Board> {
  const state = await stateNow(reader, rulesOf(overlay));
  const today = dayAt(now);
  const name = JSON.stringify([asked, today, actor.posts]);
  const before = state.frames.get(name);
  const frame = before ?? (await loadBoardFrame(reader, actor, asked, today));
  keep(state.frames, name, frame, most.frames);
  const open = inHand(frame.filings);
  const left = open.filter(({ id }) => !state.lacks.has(id));
  const found = await lacksOf(reader, left, overlay);
  for (const { id, unitId } of left) {
    const lacks = found.get(id);
    if (lacks) keep(state.lacks, id, { ...lacks, unitId }, most.filings);
  }
  told({ isFrameNew: !before, filings: left.length });
  return boardOf(frame, state.lacks);
}

function keep<Value>(all: Map<string, Value>, name: string, value: Value, mostKept: number): void {
  all.delete(name);
  const oldest = all.size >= mostKept ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  all.set(name, value);
}

/** What still stands of all that was found. */
async function stateNow(reader: Reader, rules: string): Promise<Known> {
  const head = await eventHead(reader);
  for (const state of known) {
    if (state.rules !== rules || state.seq > head.seq) continue;
    if (state.seq === head.seq && state.hash === head.hash) return first(state);
    if (state.seq === head.seq || head.seq - state.seq > mostEvents) continue;
    const events = await listEvents(reader, { after: state.seq, limit: mostEvents });
    if (events[0]?.prev !== state.hash) continue;
    await dropMoved(reader, state, events);
    // Only now: where the reading failed, the same events are read again.
    return first(Object.assign(state, head));
  }
  return first({ ...head, rules, frames: new Map(), lacks: new Map() });
}

function first(state: Known): Known {
  known = [state, ...known.filter((one) => one !== state)].slice(0, most.logs);
  return state;
}

async function dropMoved(reader: Reader, { frames, lacks }: Known, events: Awaited<ReturnType<typeof listEvents>>): Promise<void> {
  const moves = events.map((event) => ({ ...event, of: boardMovesOf(event) }));
  const isOf = (...some: BoardMoves[]) => moves.some(({ of }) => some.includes(of));
  const units = new Set(moves.flatMap(({ of, unitId }) => (of === 'nothing' || of === 'filing' ? [] : [unitId])));
  // A closed unit's balances open in what its successor files.
  for (const { successorId } of (
    await findUnits(
      reader,
      [...units].flatMap((id) => id ?? []),
    )
  ).values())
    units.add(successorId);
  const filings = new Set(moves.flatMap(({ of, objectType, objectId }) => (of === 'filing' && objectType === 'filing' ? [objectId] : [])));
  if (isOf('status', 'ledger', 'all')) frames.clear();
  if (isOf('all') || units.has(null)) return lacks.clear();
  for (const [id, { unitId, hasPeers }] of lacks)
    if (filings.has(id) || units.has(unitId) || (hasPeers && isOf('ledger'))) lacks.delete(id);
}
