import { type AnnouncedFacts, type EventFacts, type EventKind, isPracticePeriod } from '../audit';
import type { Role } from '../permissions';
import type { NoticeKind } from './notice-kinds';

/** Whom the office speaks to: everybody, whoever has a post in these units, or one of this kind. */
export type Audience = Pick<AnnouncedFacts, 'audience' | 'unitIds' | 'role'>;

/** What an event says to people: what is over with it, and what they are told. */
export interface Telling {
  /** The thing, as the notices of it name it: `filing:…`, a thread, `request:…`. */
  about: string;
  /** Notices about it whose cause is gone. */
  settles?: readonly NoticeKind[];
  tells?: NoticeKind;
  /** What the office wrote to be sent with it. */
  words?: string;
  /** Who is told, where it is not whoever may act on the thing. */
  to?: Audience;
  /** Until when, where it asks for something. */
  day?: string;
  /** Where it is seen to, by the post of whoever is told. Of a report or a slip, behind its own address. */
  path?: (role: Role) => string;
}

type Tellers = { readonly [K in EventKind]?: (event: EventFacts<K>) => Telling };

const filing = (event: EventFacts) => `filing:${event.objectId}`;
const onForm = (event: EventFacts) => () => `/filings/${event.objectId}`;
const onFormOrReview = (event: EventFacts) => (role: Role) =>
  role === 'clerk' ? `/filings/${event.objectId}` : `/review/${event.objectId}`;
const onContributions = (event: EventFacts) => () => `/contributions/${event.unitId}/${event.period}`;
const request = (event: EventFacts<'contribution.asked' | 'contribution.answered' | 'contribution.withdrawn'>) =>
  `request:${event.payload.id}`;
const slip = (event: EventFacts<'slip.accepted' | 'slip.refused'>) => `slip:${event.unitId}:${event.period}:${event.payload.number}`;
const reportTalk = (event: EventFacts<'report.commented' | 'report.comment_resolved'>) => `talk:${event.objectId}:${event.payload.key}`;
const report = (event: EventFacts) => `report:${event.objectId}`;
const ofAnnouncement = 'announcement:';
/** What its notices are about, by which they are found again. */
export const aboutAnnouncement = (id: string) => `${ofAnnouncement}${id}`;
const announcement = (event: EventFacts<'announcement.published' | 'announcement.changed' | 'announcement.withdrawn'>) =>
  aboutAnnouncement(event.payload.id);
const answers = ['asked', 'answer_due', 'answer_overdue'] as const;

/** An event that is not here says nothing to anybody. */
const tellers: Tellers = {
  'filing.submitted': (event) => ({
    about: filing(event),
    settles: ['returned', 'unlocked', 'due', 'overdue', 'chased', 'to_sign', 'extended', 'extension_asked', 'extension_declined'],
  }),
  'filing.chased': (event) => ({
    about: filing(event),
    settles: ['chased'],
    tells: 'chased',
    day: event.payload.dueOn,
    words: event.payload.words,
    path: onForm(event),
  }),
  'filing.signed_off': (event) => ({ about: filing(event), settles: ['to_sign'] }),
  'filing.returned': (event) => ({ about: filing(event), tells: 'returned', path: onForm(event) }),
  'filing.approved': (event) => ({ about: filing(event), tells: 'approved', path: onForm(event) }),
  'filing.locked': (event) => ({ about: filing(event), settles: ['approved'] }),
  'filing.approval_taken_back': (event) => ({ about: filing(event), settles: ['approved'] }),
  'filing.unlocked': (event) => ({ about: filing(event), settles: ['approved'], tells: 'unlocked', path: onForm(event) }),
  'filing.unlock_undone': (event) => ({ about: filing(event), settles: ['unlocked'] }),
  'filing.extended': (event) => {
    const { after } = event.payload;
    const over = { about: filing(event), settles: ['extension_asked', 'extended', 'extension_declined'] as const };
    // What comes back says so itself.
    return after?.cause === 'granted' ? { ...over, tells: 'extended', day: after.until, path: onForm(event) } : over;
  },
  'filing.extension_asked': (event) => ({
    about: filing(event),
    settles: ['extension_asked', 'extension_declined'],
    tells: 'extension_asked',
    day: event.payload.until,
    path: () => `/board/extensions?year=${event.period?.slice(0, 4)}`,
  }),
  'filing.extension_declined': (event) => ({
    about: filing(event),
    settles: ['extension_asked', 'extension_declined'],
    tells: 'extension_declined',
    path: onForm(event),
  }),
  // Whoever answers has read; a newer word takes the place of the one before.
  'comment.written': (event) => ({
    about: `talk:${event.objectId}:${event.payload.anchor}`,
    settles: ['commented'],
    tells: 'commented',
    path: onFormOrReview(event),
  }),
  'comment.resolved': (event) => ({ about: `talk:${event.objectId}:${event.payload.anchor}`, settles: ['commented'] }),
  'remark.replied': (event) => ({
    about: `remark:${event.payload.remarkId}`,
    settles: ['commented'],
    tells: 'commented',
    path: onFormOrReview(event),
  }),
  'remark.answered': (event) => ({ about: `remark:${event.payload.id}`, settles: ['commented'] }),
  'contribution.asked': (event) => ({
    about: request(event),
    settles: answers,
    tells: 'asked',
    day: event.payload.dueOn,
    path: onContributions(event),
  }),
  'contribution.answered': (event) => ({ about: request(event), settles: answers }),
  'contribution.withdrawn': (event) => ({ about: request(event), settles: answers }),
  'slip.accepted': (event) => ({ about: slip(event), tells: 'slip_accepted', path: () => '' }),
  'slip.refused': (event) => ({ about: slip(event), tells: 'slip_refused', path: () => '' }),
  'report.commented': (event) => ({
    about: reportTalk(event),
    settles: ['report_commented'],
    tells: 'report_commented',
    path: () => '',
  }),
  'report.comment_resolved': (event) => ({ about: reportTalk(event), settles: ['report_commented'] }),
  // Whose turn it is now is told.
  'report.signed': (event) => ({ about: report(event), settles: ['report_to_sign'], tells: 'report_to_sign', path: () => '/sign' }),
  'report.signature_withdrawn': (event) => ({ about: report(event), settles: ['report_to_sign'] }),
  'report.finalised': (event) => ({ about: report(event), settles: ['report_to_sign'] }),
  'announcement.published': (event) => ({
    about: announcement(event),
    tells: 'announced',
    day: event.payload.endsOn,
    to: event.payload,
    path: () => '/announcements',
  }),
  // Only whom it does not reach already is told; the others have it in sight, and for whom it is no more, it is over.
  'announcement.changed': (event) => ({
    about: announcement(event),
    tells: 'announced',
    day: event.payload.after.endsOn,
    to: event.payload.after,
    path: () => '/announcements',
  }),
  'announcement.withdrawn': (event) => ({ about: announcement(event), settles: ['announced'] }),
};

/** The announcement that a notice is about. */
export function announcementOf(about: string): string | null {
  return about.startsWith(ofAnnouncement) ? about.slice(ofAnnouncement.length) : null;
}

/** What an event says to people; null: nothing. Practice says nothing to anybody. */
export function toldByEvent(event: EventFacts): Telling | null {
  if (isPracticePeriod(event.period)) return null;
  const tell = tellers[event.kind] as ((event: EventFacts) => Telling) | undefined;
  return tell?.(event) ?? null;
}
