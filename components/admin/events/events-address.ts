import type { EventsAsked } from '@/server/queries/audit';
import { type AddressWords, askedSearch, listAddress } from '../../shell/list-address';
import { askedKind } from './event-kinds';

/** Lines on a page of the log. */
export const pageSizes = [50, 100, 200] as const;
export type PageSize = (typeof pageSizes)[number];
const usualSize: PageSize = 100;

/** Which part of the log an address shows, and how. */
export interface EventsShown {
  asked: EventsAsked;
  size: PageSize;
  /** Every saved cell is a line. */
  isFlat: boolean;
  /** Lines below this number; null: the newest. */
  before: number | null;
  /** The newest number of the line that is open. */
  open: number | null;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; what makes no sense is left out. */
export function askedEvents(asked: Asked): EventsShown {
  const number = (key: string) => (typeof asked[key] === 'string' && /^[1-9]\d{0,14}$/.test(asked[key]) ? Number(asked[key]) : null);
  return {
    asked: {
      kindPrefix: askedKind(asked.kind),
      person: askedSearch(asked.person) ?? '',
      unit: askedSearch(asked.unit) ?? '',
      object: askedSearch(asked.object) ?? '',
      from: askedDay(asked.from),
      to: askedDay(asked.to),
    },
    size: pageSizes.find((size) => String(size) === asked.size) ?? usualSize,
    isFlat: asked.flat === 'yes',
    before: number('before'),
    open: number('open'),
  };
}

/** The words of the address that shows it; what is as usual is left out. */
export function eventsWords({ asked: { kindPrefix, ...asked }, size, isFlat, before, open }: EventsShown): AddressWords {
  return {
    ...asked,
    kind: kindPrefix,
    size: size === usualSize ? null : size,
    flat: isFlat ? 'yes' : null,
    // The first event is a number like others, so they are words.
    before: before === null ? null : String(before),
    open: open === null ? null : String(open),
  };
}

export function eventsAddress(shown: EventsShown): string {
  return listAddress('/audit', eventsWords(shown));
}

/** The same part of the log, all pages of it, as a file. */
export function eventsFile({ kindPrefix, from, to, person, unit, object }: EventsAsked, kind: 'xlsx' | 'csv'): string {
  const parts = [kindPrefix ?? 'all', from ?? 'all', to ?? 'all', person, unit, object];
  return `/files/events/${parts.map((part) => encodeURIComponent(part)).join('/')}.${kind}`;
}

export function isSearched({ kindPrefix, ...asked }: EventsAsked): boolean {
  return kindPrefix !== null || Object.values(asked).some((one) => one !== '' && one !== null);
}

function askedDay(value: string | string[] | undefined): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const moment = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(value) ? null : value;
}
