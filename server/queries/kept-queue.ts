import type { Reader } from '@/db/store';
import type { ChainedEvent, EventKind } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { minQuarters } from '@/server/domain/checks/past/known-past';
import { keepNewest } from '@/server/domain/keep-newest';
import { boardMovesOf } from '@/server/domain/workflow/moves-board';
import type { Actor } from '@/server/views/access';
import { loadFilingViews } from '@/server/views/filing-view';
import { rulesOf } from '@/server/views/going-round';
import { knownByLog, withSuccessors } from './known-by-log';
import { type Look, loadQueue, type QueueAsked, type QueuePage } from './review-queue';

/** Pages of fifty lines; filings with an exception that waits. */
const most = { pages: 24, filings: 1_000 };

/** What happens all day, and is no part of the queue nor of what the rules are told. A kind that is named nowhere makes the pages anew. */
const elsewhere: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['text.saved', 'remark.answered', 'remark.replied', 'comment.written', 'comment.resolved', 'rule.noted'] as const),
  ...([
    'filing.checked',
    'workbook.taken_out',
    'workbook.taken_in',
    'report.text_saved',
    'report.exported',
    'report.checked',
    'audit.exported',
  ] as const),
  ...(['session.started', 'session.ended', 'session.others_ended', 'session.refused', 'session.held_off', 'session.code_asked'] as const),
  ...(['session.confirmed', 'refused'] as const),
]);

/** What moves the findings of one quarter or one unit, and so of the queue only what is of those. */
const inHand: ReadonlySet<EventKind> = new Set<EventKind>([
  'figure.saved',
  'declaration.made',
  'declaration.lapsed',
  'declaration.withdrawn',
]);

interface Found {
  /** With the quarters whose findings are on it, and the units that are. */
  pages: Map<string, { page: QueuePage; filings: ReadonlySet<string>; units: ReadonlySet<string>; lookedInto: number }>;
  /** By filing with an exception that waits. */
  findings: Map<string, { unitId: string; hasPeers: boolean; findings: readonly Finding[] }>;
}

const foundNow = knownByLog((): Found => ({ pages: new Map(), findings: new Map() }), dropMoved);

/**
 * `loadQueue`, of what was found the last time: only what something happened to since is looked into.
 *
 * @param reader of one moment
 * @param told hears how much was looked into
 */
export async function loadKeptQueue(
  reader: Reader,
  actor: Actor,
  overlay: Overlay | null,
  asked: QueueAsked,
  told: (found: { isPageNew: boolean; filings: number }) => void = () => {},
): Promise<QueuePage> {
  const found = await foundNow(reader, rulesOf(overlay));
  const name = JSON.stringify([asked, actor.userId, actor.posts]);
  const before = found.pages.get(name);
  const of = before ?? (await makePage(found, (look) => loadQueue(reader, actor, overlay, asked, look)));
  keepNewest(found.pages, name, of, most.pages);
  told({ isPageNew: !before, filings: before ? 0 : of.lookedInto });
  return of.page;
}

async function makePage({ findings }: Found, load: (look: Look) => Promise<QueuePage>) {
  const [filings, units] = [new Set<string>(), new Set<string>()];
  let lookedInto = 0;
  const page = await load({
    async findings(reader, asked, overlay) {
      const left = asked.filter(({ id }) => !findings.has(id));
      lookedInto += left.length;
      for (const { filing, checkRun, past } of (await loadFilingViews(reader, left, overlay)).values()) {
        const own = { unitId: filing.unitId, hasPeers: past.quarters.length < minQuarters, findings: checkRun.findings };
        keepNewest(findings, filing.id, own, most.filings);
      }
      for (const { id, unitId } of asked) {
        filings.add(id);
        units.add(unitId);
      }
      return new Map(asked.map(({ id }): [string, readonly Finding[]] => [id, findings.get(id)?.findings ?? []]));
    },
    shown: (unitId) => units.add(unitId),
  });
  return { page, filings, units, lookedInto };
}

async function dropMoved(reader: Reader, { pages, findings }: Found, events: readonly ChainedEvent[]): Promise<void> {
  const moves = events.filter(({ kind }) => !elsewhere.has(kind)).map((event) => ({ ...event, of: boardMovesOf(event) }));
  if (moves.length === 0) return;
  const filings = new Set(moves.flatMap(({ of, objectId }) => (of === 'filing' ? [objectId] : [])));
  const units = await withSuccessors(
    reader,
    moves.flatMap(({ of, unitId }) => (of === 'nothing' || of === 'filing' ? [] : [unitId])),
  );
  const isAll = units.has(null) || moves.some(({ of }) => of === 'all');
  const isLedger = moves.some(({ of }) => of === 'ledger');
  for (const [id, { unitId, hasPeers }] of findings)
    if (isAll || filings.has(id) || units.has(unitId) || (hasPeers && isLedger)) findings.delete(id);
  const isInHand = moves.every(({ kind }) => inHand.has(kind));
  const isOn = (of: { filings: ReadonlySet<string>; units: ReadonlySet<string> }) =>
    [...filings].some((id) => of.filings.has(id)) || [...units].some((id) => id !== null && of.units.has(id));
  for (const [name, of] of pages) if (isAll || !isInHand || isOn(of)) pages.delete(name);
}
