import { type Filing, listPastBooks, listPeerBooks, type PastBook, type Reader } from '@/db/store';
import { comparedCells, maxPastQuarters, minPeers, minQuarters } from '@/server/domain/checks/past/known-past';
import { usualOf } from '@/server/domain/checks/past/usual';
import { numberAt } from '@/server/domain/figures';
import { type Format, leafCells } from '@/server/domain/formats';
import type { PastQuarters } from '@/server/domain/subject';

const maxPeerUnits = 60;

/** What a quarter is compared with: the unit's approved quarters before it; in its first year units of its kind, without their names. */
export async function loadPastQuarters(
  reader: Reader,
  filing: Pick<Filing, 'unitId' | 'year' | 'quarter' | 'isPractice'>,
  format: Format,
): Promise<PastQuarters> {
  // What is practised is invented: it is far from nothing.
  if (filing.isPractice) return { quarters: [], values: {}, peers: {} };
  const past = await listPastBooks(reader, filing, maxPastQuarters);
  const peers = past.length < minQuarters ? await listPeerBooks(reader, filing, maxPeerUnits) : [];
  const cells = leafCells(format).filter((cell) => cell.addsUp === 'flow' || cell.addsUp === 'closing');
  return {
    quarters: past.map(({ year, quarter }) => ({ year, quarter })),
    values: past.length === 0 ? {} : Object.fromEntries(cells.map(({ id }) => [id, past.map(({ figures }) => numberAt(figures, id))])),
    peers: usualOfPeers(format, peers),
  };
}

/** Units in which nothing happened say nothing of how much is usual where something did. */
function usualOfPeers(format: Format, peers: readonly PastBook[]): PastQuarters['peers'] {
  return Object.fromEntries(
    comparedCells(format).flatMap((cell) => {
      const values = cell.local ? [] : peers.flatMap(({ figures }) => numberAt(figures, cell.id) || []);
      return values.length < minPeers ? [] : [[cell.id, usualOf(values, cell)]];
    }),
  );
}
