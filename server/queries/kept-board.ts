import type { Reader } from '@/db/store';
import type { ChainedEvent } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import { keepNewest } from '@/server/domain/keep-newest';
import { dayAt } from '@/server/domain/periods';
import { type BoardMoves, boardMovesOf } from '@/server/domain/workflow/moves-board';
import type { Actor } from '@/server/views/access';
import { rulesOf } from '@/server/views/going-round';
import { type Board, type BoardAsked, type BoardFrame, boardOf, inHand, type Lacks, lacksOf, loadBoardFrame } from './board';
import { knownByLog, withSuccessors } from './known-by-log';

/** Pages of boards, of some 100 kB each; filings, all that are in hand of three thousand units. */
const most = { frames: 24, filings: 12_000 };

/** By what was asked for; what filings in hand lack, by filing. */
interface Found {
  frames: Map<string, BoardFrame>;
  lacks: Map<string, Lacks & { unitId: string }>;
}

const foundNow = knownByLog((): Found => ({ frames: new Map(), lacks: new Map() }), dropMoved);

/**
 * `loadBoard`, of what was found the last time: only what something happened to since is looked into.
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
  const { frames, lacks } = await foundNow(reader, rulesOf(overlay));
  const today = dayAt(now);
  const name = JSON.stringify([asked, today, actor.posts]);
  const before = frames.get(name);
  const frame = before ?? (await loadBoardFrame(reader, actor, asked, today));
  keepNewest(frames, name, frame, most.frames);
  const left = inHand(frame.filings).filter(({ id }) => !lacks.has(id));
  const found = await lacksOf(reader, left, overlay);
  for (const { id, unitId } of left) {
    const own = found.get(id);
    if (own) keepNewest(lacks, id, { ...own, unitId }, most.filings);
  }
  told({ isFrameNew: !before, filings: left.length });
  return boardOf(frame, lacks);
}

async function dropMoved(reader: Reader, { frames, lacks }: Found, events: readonly ChainedEvent[]): Promise<void> {
  const moves = events.map((event) => ({ ...event, of: boardMovesOf(event) }));
  const isOf = (...some: BoardMoves[]) => moves.some(({ of }) => some.includes(of));
  const units = await withSuccessors(
    reader,
    moves.flatMap(({ of, unitId }) => (of === 'nothing' || of === 'filing' ? [] : [unitId])),
  );
  const filings = new Set(moves.flatMap(({ of, objectType, objectId }) => (of === 'filing' && objectType === 'filing' ? [objectId] : [])));
  if (isOf('status', 'ledger', 'all')) frames.clear();
  if (isOf('all') || units.has(null)) return lacks.clear();
  for (const [id, { unitId, hasPeers }] of lacks)
    if (filings.has(id) || units.has(unitId) || (hasPeers && isOf('ledger'))) lacks.delete(id);
}
