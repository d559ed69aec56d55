import type { EventKind } from '../event';
import { type LoggedEvent, near, type ReplayBook, type Replays } from './replay-book';

type OfficeKind = Extract<
  EventKind,
  | `phrase.${string}`
  | `slip.${string}`
  | `indicator.${string}`
  | `unit.${string}`
  | `person.${string}`
  | `post.${string}`
  | `year.${string}`
  | `quarter.${string}`
  | `contribution.${string}`
  | `backup.${string}`
  | `duty.${string}`
  | `attention.${string}`
  | `three_roles.${string}`
  | `session.${string}`
  | `message.${string}`
  | `announcement.${string}`
  | 'opening.set'
  | 'rule.wording_changed'
  | 'office.contact_set'
  | 'office.due_lock_set'
  | 'audit.exported'
  | 'refused'
>;

/** What the office runs: units, people, years, indicators, openings, slips, what units are asked for. */
export const replayOfficeKinds: Replays<OfficeKind> = {
  'phrase.added': (book, event) =>
    book.put('phrases', [event.payload.id], event, { text: event.payload.text, writtenBy: event.actorId, isRetired: false }),
  'phrase.changed': (book, event) =>
    book.put('phrases', [event.payload.id], event, { text: event.payload.after, writtenBy: event.actorId }),
  'phrase.retired': (book, event) => book.put('phrases', [event.payload.id], event, { isRetired: true }),
  'phrase.moved': null,
  'slip.written'(book, event) {
    const { reason, changes } = event.payload;
    const written = { writtenBy: event.actorId, writtenAt: near(event.at) };
    book.put('correctionSlips', slipKey(event), event, { reason, changes, ...written, status: 'draft', signedBy: null, decidedBy: null });
  },
  'slip.signed'(book, event) {
    const signed = { signedBy: event.actorId, signedAt: near(event.at) };
    book.put('correctionSlips', slipKey(event), event, { status: 'signed', seen: event.payload.seen, ...signed });
  },
  'slip.withdrawn': (book, event) => book.put('correctionSlips', slipKey(event), event, { status: 'withdrawn' }),
  'slip.refused'(book, event) {
    const decided = { decidedBy: event.actorId, decidedAt: near(event.at) };
    book.put('correctionSlips', slipKey(event), event, { status: 'refused', decisionText: event.payload.reason, ...decided });
  },
  'slip.accepted': (book, event) =>
    book.put('correctionSlips', slipKey(event), event, { status: 'accepted', decidedBy: event.actorId, decidedAt: near(event.at) }),
  'indicator.defined': (book, event) =>
    book.put('indicators', [event.payload.year, event.payload.key], event, {
      ...event.payload.after,
      year: event.payload.year,
      isRetired: false,
    }),
  'indicator.changed': (book, event) => book.put('indicators', [event.payload.year, event.payload.key], event, event.payload.after),
  'indicator.retired': (book, event) => book.put('indicators', [event.payload.year, event.payload.key], event, { isRetired: true }),
  'unit.created'(book, event) {
    const { name, parentId, kind, opensOn, powers } = event.payload;
    book.put('units', [event.objectId], event, { name, parentId, kind, opensOn, powers, closesOn: null, successorId: null });
  },
  'unit.changed': (book, event) => book.put('units', [event.objectId], event, event.payload.after),
  'unit.closed': (book, event) =>
    book.put('units', [event.objectId], event, { closesOn: event.payload.closesOn, successorId: event.payload.successorId }),
  'person.created'(book, event) {
    const { username, name } = event.payload;
    book.put('users', [username], event, { name, isActive: true });
    // The first administrator's event is about the government; the post that follows says who it is.
    book.usernames.set(event.objectType === 'person' ? event.objectId : 'first', username);
  },
  'person.changed'(book, event) {
    const username = book.usernames.get(event.objectId);
    if (username !== undefined) book.put('users', [username], event, event.payload.after);
  },
  'person.link_issued': null,
  'person.password_set': null,
  'person.password_changed': null,
  'person.hold_off_lifted': null,
  'person.identity_bound'(book, event) {
    const { identity, userId, issuer } = event.payload;
    book.put('identities', [identity], event, { userId, issuer, boundAt: near(event.at) });
  },
  'person.identity_unbound': (book, event) => book.drop('identities', [event.payload.identity], event),
  'person.second_factor_on': (book, event) => book.put('secondFactors', [event.payload.userId], event, {}),
  'person.second_factor_off': (book, event) => book.drop('secondFactors', [event.payload.userId], event),
  'person.second_factor_reset': (book, event) => book.drop('secondFactors', [event.payload.userId], event),
  'person.recovery_codes_renewed': null,
  'person.notices_chosen': null,
  'message.retried': null,
  'person.telephone_set': null,
  'announcement.published'(book, event) {
    const { id, ...announced } = event.payload;
    const written = { writtenBy: event.actorId, writtenAt: near(event.at), isWithdrawn: false };
    book.put('announcements', [id], event, { ...announced, ...written });
  },
  'announcement.changed': (book, event) => book.put('announcements', [event.payload.id], event, { ...event.payload.after }),
  'announcement.withdrawn': (book, event) => book.put('announcements', [event.payload.id], event, { isWithdrawn: true }),
  'person.second_factor_policy_set': (book, event) => book.put('settings', ['secondFactorPolicy'], event, { value: event.payload.after }),
  'person.password_profile_set': (book, event) => book.put('settings', ['passwordProfile'], event, { value: event.payload.after }),
  'post.given'(book, event) {
    const { userId } = event.payload;
    const first = book.usernames.get('first');
    if (first !== undefined && !book.usernames.has(userId)) book.usernames.set(userId, first);
    book.usernames.delete('first');
    countPosts(book, event, { given: 1, held: 1 });
  },
  'post.ended': (book, event) => countPosts(book, event, { given: 0, held: -1 }),
  'duty.asked'(book, event) {
    const { id, endsAt, ...asked } = event.payload;
    const open = { status: 'open', decidedBy: null };
    book.put('pendingActs', [id], event, { ...asked, askedAt: near(event.at), endsAt: near(endsAt), ...open });
  },
  'duty.confirmed': (book, event) => settle(book, event, 'confirmed'),
  'duty.declined': (book, event) => settle(book, event, 'declined'),
  'duty.lapsed': (book, event) => book.put('pendingActs', [event.payload.id], event, { status: 'lapsed', decidedBy: null }),
  'attention.own_post': null,
  'attention.own_link_opened': null,
  'attention.own_link_used': null,
  'three_roles.divided': (book, event) => book.put('settings', ['threeRoles'], event, { value: true }),
  'three_roles.reunited': (book, event) => book.put('settings', ['threeRoles'], event, { value: false }),
  'year.created'(book, event) {
    const { year, format, rowVariant } = event.payload;
    book.put('years', [year], event, { format, rowVariant });
  },
  'year.withdrawn'(book, event) {
    const { year } = event.payload;
    book.drop('years', [year], event);
    for (const table of ['quarters', 'indicators']) book.dropWhere(table, 'year', year, event);
  },
  'year.rolled_over': null,
  'quarter.changed'(book, event) {
    const { year, quarter, before, after } = event.payload;
    const { dueOn, openedAt } = after;
    // Opened again for units that came since, it stays as it was opened first.
    const isOpened = typeof openedAt === 'string' && before?.openedAt === null;
    const opened = before === null ? { openedAt: null } : isOpened ? { openedAt: near(openedAt) } : {};
    book.put('quarters', [year, quarter], event, { year, dueOn, ...opened });
  },
  'opening.set'(book, event) {
    const { cell, after, reason } = event.payload;
    const set = { setBy: event.actorId, setAt: near(event.at) };
    book.put('openingBalances', [event.objectId, event.period ?? '', cell], event, { printed: after, reason, ...set });
  },
  'contribution.asked'(book, event) {
    const { id, ...asked } = event.payload;
    const open = { isAnswered: false, isWithdrawn: false };
    book.put('contributionRequests', [id], event, { ...asked, unitId: event.unitId, askedBy: event.actorId, ...open });
  },
  'contribution.answered'(book, event) {
    const { id, number, sentence } = event.payload;
    book.put('contributionRequests', [id], event, { number, sentence, answeredBy: event.actorId, isAnswered: true });
  },
  'contribution.withdrawn': (book, event) => book.put('contributionRequests', [event.payload.id], event, { isWithdrawn: true }),
  'office.contact_set': (book, event) => book.put('settings', ['contact'], event, { value: event.payload.after }),
  'office.due_lock_set': (book, event) => book.put('settings', ['dueLock'], event, { value: event.payload.after }),
  'rule.wording_changed': (book, event) => book.put('settings', ['wording'], event, { value: event.payload.after }),
  'session.confirmed': null,
  'audit.exported': null,
  'backup.restored': null,
  'session.started': null,
  'session.code_asked': null,
  'session.recovery_code_used': null,
  'session.ended': null,
  'session.others_ended': null,
  'session.refused': null,
  'session.held_off': null,
  'session.refusals_not_recorded': null,
  refused: null,
};

function slipKey({ objectId, period, payload }: LoggedEvent<Extract<EventKind, `slip.${string}`>>) {
  return [objectId, period ?? '', payload.number];
}

function settle(book: ReplayBook, event: LoggedEvent<'duty.confirmed' | 'duty.declined'>, status: string): void {
  book.put('pendingActs', [event.payload.id], event, { status, decidedBy: event.actorId, decidedAt: near(event.at) });
}

/** Posts are counted: how often somebody was given a duty in a unit, and whether it is held. */
function countPosts(book: ReplayBook, event: LoggedEvent<'post.given' | 'post.ended'>, by: { given: number; held: number }): void {
  const { userId, role, unitId } = event.payload;
  const key = [userId, role, unitId];
  const before = (column: string) => Number(book.said('posts', key, column) ?? 0);
  book.put('posts', key, event, { given: before('given') + by.given, held: before('held') + by.held });
}
