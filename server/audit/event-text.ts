import type { ChainedEvent } from '@/server/domain/audit';

/**
 * The canonical JSON (RFC 8785) of everything an event says but its own hash: what its hash is of. The core's `canonicalJson` gives the same
 * for any value; this knows the order of an event's keys, and takes a third of the time, which is most of what a walk over the log costs.
 */
export function eventText(event: ChainedEvent): string {
  if (Object.keys(event).length !== keysOfEvent) return ofAnyKeys(event);
  const { payload, actorId, actorName, at, ip, kind, objectId, objectType, period, prev, reason, requestId, seq, sessionHash, unitId } =
    event;
  const who = `{"actorId":${quoted(actorId)},"actorName":${quoted(actorName)},"at":${quoted(at)},"ip":${quoted(ip)},"kind":${quoted(kind)}`;
  const what = `,"objectId":${quoted(objectId)},"objectType":${quoted(objectType)},"payload":${canonical(payload)},"period":${quoted(period)}`;
  const why = `,"prev":${quoted(prev)},"reason":${quoted(reason)},"requestId":${quoted(requestId)},"seq":${quoted(seq)}`;
  return `${who}${what}${why},"sessionHash":${quoted(sessionHash)},"unitId":${quoted(unitId)}}`;
}

const keysOfEvent = 16;

function ofAnyKeys({ hash: _, ...event }: ChainedEvent): string {
  return canonical(event);
}

/** JSON.stringify writes a string or a number as RFC 8785 wants it; what is left is the order of keys. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonical((value as Record<string, unknown>)[key])}`;
  return `{${text}}`;
}

const plain = /^[\w:. -]*$/;

function quoted(value: unknown): string {
  return typeof value === 'string' && plain.test(value) ? `"${value}"` : JSON.stringify(value);
}
