import { type CorrectionSlip, listEvents, type Reader } from '@/db/store';

/** Everybody who wrote in the slip or signed it, told by the event log. */
export async function slipWriters(reader: Reader, slip: CorrectionSlip): Promise<Set<string>> {
  const events = await listEvents(reader, { objectType: 'unit', objectId: slip.unitId, kindPrefix: 'slip.', limit: 1_000_000 });
  const hands = new Set([slip.writtenBy, ...(slip.signedBy ? [slip.signedBy] : [])]);
  for (const { kind, payload, period, actorId } of events) {
    const isOurs = period === String(slip.year) && 'number' in payload && payload.number === slip.number;
    if (isOurs && actorId && (kind === 'slip.written' || kind === 'slip.signed')) hands.add(actorId);
  }
  return hands;
}
