import { hash } from 'node:crypto';
import type { ChainedEvent, EventFacts } from '@/server/domain/audit';
import { parsed } from './event-view';

/**
 * An event as it is kept. What was hashed is made again from it to the letter: a JSON value has one canonical text, whatever it was kept as.
 *
 * | | |
 * |---|---|
 * | kind, form | words: `figure.saved`, and what events of a kind say alike, `[["cell","s2.licences"],["before",null],"after","version",["reading",null,0]]`: the keys in their order, of some the value too, or the place of the same value |
 * | said | what the form leaves open: `["7",1]`. Of the form `*` all of it |
 * | circumstance | who, in which session, for which reason, to what: a clerk who fills in a quarter is one |
 * | at | milliseconds |
 * | requestId | its bytes, 16 of a UUID; of another than hex it stands in the circumstance |
 * | prev | the hash of the event before |
 */
export interface PackedEvent {
  seq: number;
  at: number;
  kind: string;
  form: string;
  said: string;
  circumstance: Circumstance;
  requestId: string | null;
  hash: string;
}

export interface Circumstance extends Omit<EventFacts, 'kind' | 'payload' | 'at' | 'requestId'> {
  requestId: string | null;
  at: string | null;
}

/** The form of what can have none. */
export const formless = '*';

const plainKey = /^[A-Za-z][A-Za-z0-9_]{0,59}$/;
const mostKeys = 40;
const longestCell = 120;

export function packEvent({ seq, hash: ofEvent, prev: _, kind, payload, at, requestId, ...circumstance }: ChainedEvent): PackedEvent {
  const milliseconds = Date.parse(at);
  const isUsualTime = milliseconds >= 0 && new Date(milliseconds).toISOString() === at;
  const request = packRequest(requestId);
  return {
    ...{ seq, hash: ofEvent, kind, ...packPayload(kind, payload) },
    at: isUsualTime ? milliseconds : 0,
    requestId: request,
    circumstance: { ...circumstance, requestId: request === null ? requestId : null, at: isUsualTime ? null : at },
  };
}

/** In the order in which an event has always been written out. */
export function unpackEvent(
  { seq, at, kind, form, said, circumstance, requestId, hash: ofEvent }: PackedEvent,
  prev: string,
): ChainedEvent {
  const event: Omit<ChainedEvent, 'kind' | 'payload'> & { kind: string; payload: unknown } = {
    seq,
    at: circumstance.at ?? new Date(at).toISOString(),
    kind,
    actorId: circumstance.actorId,
    actorName: circumstance.actorName,
    unitId: circumstance.unitId,
    objectType: circumstance.objectType,
    objectId: circumstance.objectId,
    period: circumstance.period,
    payload: unpackPayload(form, said),
    reason: circumstance.reason,
    requestId: (requestId === null ? circumstance.requestId : unpackRequest(requestId)) ?? '',
    sessionHash: circumstance.sessionHash,
    ip: circumstance.ip,
    prev,
    hash: ofEvent,
  };
  return event as ChainedEvent;
}

function packPayload(kind: string, payload: object): { form: string; said: string } {
  const entries = Object.entries(payload).filter(([, value]) => value !== undefined);
  if (entries.length > mostKeys || !entries.every(([key]) => plainKey.test(key))) return { form: formless, said: JSON.stringify(payload) };
  const keys: Key[] = [];
  const said: unknown[] = [];
  const placeOf = new Map<string, number>();
  for (const [key, value] of entries) {
    const same = placeOf.get(repeats[kind]?.[key] ?? '');
    if (value === null || isCell(kind, key, value)) keys.push([key, value]);
    else if (same !== undefined && said[same] === value) keys.push([key, null, same]);
    else {
      placeOf.set(key, said.push(value) - 1);
      keys.push(key);
    }
  }
  return { form: JSON.stringify(keys), said: JSON.stringify(said) };
}

/** A key; with its value where the form says it; with null and a place where it says again what `said` has there. */
type Key = string | readonly [key: string, value: unknown] | readonly [key: string, value: null, same: number];

/** What is mostly as another key says: a figure is read as it was typed. */
const repeats: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'figure.saved': { reading: 'after' } };

/** One of some hundred; every other value may be said only once. */
function isCell(kind: string, key: string, value: unknown): boolean {
  return kind === 'figure.saved' && key === 'cell' && typeof value === 'string' && value.length <= longestCell;
}

/** What does not fit its form is told as it stands: its hash is of something else. */
function unpackPayload(form: string, said: string): unknown {
  const values = parsed(said);
  if (form === formless) return values;
  const keys = keysOf(form);
  if (!Array.isArray(values) || !keys) return { form, said };
  let open = 0;
  const payload: Record<string, unknown> = {};
  for (const key of keys) {
    if (typeof key === 'string') payload[key] = values[open++];
    else payload[key[0]] = key.length === 3 ? values[key[2]] : key[1];
  }
  return open === values.length ? payload : { form, said };
}

/** The cell that every event of this form was saved in; null where the form leaves it open. */
export function cellOfForm(form: string): string | null {
  const key = form === formless ? undefined : keysOf(form)?.find((one) => typeof one !== 'string' && one.length === 2 && one[0] === 'cell');
  return typeof key?.[1] === 'string' ? key[1] : null;
}

const known = new Map<string, readonly Key[] | null>();
const mostKnown = 5_000;

function keysOf(form: string): readonly Key[] | null {
  const found = known.get(form);
  if (found !== undefined) return found;
  const value = parsed(form);
  const isKey = (one: unknown) => plainKey.test(String(Array.isArray(one) ? one[0] : one));
  const keys = Array.isArray(value) && value.every(isKey) ? (value as Key[]) : null;
  if (known.size >= mostKnown) known.clear();
  known.set(form, keys);
  return keys;
}

const shortHex = /^(?:[0-9a-f]{2}){1,15}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function packRequest(requestId: string): string | null {
  if (shortHex.test(requestId)) return requestId;
  return uuid.test(requestId) ? requestId.replaceAll('-', '') : null;
}

function unpackRequest(hex: string): string {
  if (hex.length !== 32) return hex;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** By which a circumstance is found again: 16 bytes of the SHA-256 of its parts, each with its length. */
export function circumstanceKey(said: Circumstance): string {
  const { actorId, actorName, unitId, objectType, objectId, period, reason, sessionHash, ip, requestId, at } = said;
  const parts = [actorId, actorName, unitId, objectType, objectId, period, reason, sessionHash, ip, requestId, at];
  const text = parts.map((part) => (part === null ? '-' : `${Buffer.byteLength(part)}:${part}`)).join('');
  return hash('sha256', text).slice(0, 32);
}
