import type { DueLockSetting, Extension, ExtensionAsk } from '../deadlines';
import type { Role } from '../permissions';

/** As many signs of a workbook's hash as the event of a figure that came in it carries. */
export const workbookMarkLength = 12;

/** An announcement: to everybody, to whoever has a post in these units, or to one kind of post; shown up to and on the last day. */
export interface AnnouncedFacts {
  text: string;
  audience: 'all' | 'units' | 'role';
  unitIds: readonly string[];
  role: Role | null;
  endsOn: string;
}

/**
 * What the event log records: one payload type per kind of event. Before and after are what a person would recognise.
 * Every change and every refusal is one event, written in the same transaction as the change (a refusal in its own).
 */
export interface EventPayloads {
  /**
   * pasted: with blanks between figures that nobody typed, so that it is no number. `reading` is what was understood (`readingOf`), so that
   * the log proves the number without the program that read it; older events do not say. `workbook`: it came in a file, the beginning of whose
   * hash this is; `workbook.taken_in` of the same transaction names it.
   */
  'figure.saved': {
    cell: string;
    before: string | null;
    after: string;
    version: number;
    pasted?: true;
    reading?: string;
    workbook?: string;
  };
  /** SHA-256 of the file. */
  'workbook.taken_out': { hash: string };
  /** `kept`: cells that had changed in both, where what stood there stayed; `blanks`: cells that were blank in it, where the same is true. */
  'workbook.taken_in': { file: string; hash: string; written: number; kept: number; blanks: number };
  'text.saved': { key: string; before: string; after: string; version: number };
  'declaration.made': { section: string };
  'declaration.lapsed': { section: string; cell: string };
  'declaration.withdrawn': { section: string };
  'explanation.written': { id: string; kind: string; rule: string; boundTo: string; text: string };
  'exception.countersigned': { id: string; rule: string; boundTo: string };
  /** A file that is evidence for an explanation, an answer of a unit or a local fact (`about`); `hash` is the SHA-256 of its bytes. */
  'attachment.added': { id: string; about: string; aboutId: string; hash: string; name: string; type: string; size: number };
  'attachment.removed': { id: string; hash: string; name: string };
  'filing.submitted': { number: number; hash: string };
  'filing.recalled': { number: number };
  'filing.review_opened': { number: number };
  /** `from`: whose it was before; null: nobody's. */
  'filing.claimed': { number: number; from: string | null };
  'filing.claim_released': { number: number };
  /** What the office added in its own words, and until when it is due. */
  'filing.chased': { id: string; words: string; dueOn: string };
  'filing.returned': { number: number; reason: string; remarks: { id: string; anchor: string; text: string }[] };
  'filing.approved': { number: number; hash: string };
  'filing.approval_taken_back': { number: number; hash: string; reason: string };
  'filing.unlocked': { number: number; reason: string };
  'filing.unlock_undone': { number: number; hash: string };
  'filing.locked': { number: number };
  /** The unit's own due day: given, changed, taken back, or come with a return. `after` ends what the unit asked for. */
  'filing.extended': { before: Extension | null; after: Extension | null };
  'filing.extension_asked': ExtensionAsk;
  'filing.extension_declined': ExtensionAsk;
  'remark_drafts.taken_over': { number: number; from: string; count: number };
  'remark.answered': { id: string; answer: string; text: string };
  'remark.replied': { id: string; remarkId: string; text: string };
  'comment.written': { id: string; anchor: string; text: string };
  'comment.resolved': { id: string; anchor: string };
  'follow_up.marked': { anchor: string };
  'follow_up.cleared': { anchor: string };
  'phrase.added': { id: string; text: string };
  'phrase.changed': { id: string; before: string; after: string };
  'phrase.retired': { id: string; text: string };
  /** `place` counts from 1. */
  'phrase.moved': { id: string; text: string; place: number };
  'filing.signed_off': { hash: string };
  'practice.started': { quarter: number };
  'practice.cleared': { quarter: number };
  'opening.restated': { cell: string; before: string | null; after: string; reason: string };
  'opening.restatement_withdrawn': { cell: string; before: string };
  'slip.written': { number: number; reason: string; changes: { quarter: number; cell: string; raw: string }[] };
  'slip.signed': { number: number; seen: Record<string, string> };
  'slip.withdrawn': { number: number };
  'slip.refused': { number: number; reason: string };
  'slip.accepted': { number: number };
  'filing.corrected': {
    slip: number;
    year: number;
    number: number;
    hash: string;
    changes: { cell: string; before: string; after: string }[];
    /** What was written into the form for it, and the sections whose 本期无 ended; older events do not say. */
    writes?: { cell: string; raw: string; version: number; reading: string }[];
    lapsed?: string[];
    /** The closed unit whose slip it is, where the filing is its successor's; the number is that unit's. */
    of?: { unitId: string; unitName: string };
  };
  'indicator.defined': { year: number; key: string; after: Record<string, unknown> };
  'indicator.changed': { year: number; key: string; before: Record<string, unknown>; after: Record<string, unknown> };
  'indicator.retired': { year: number; key: string };
  'unit.closed': { closesOn: string; successorId: string | null; before: string | null };
  'opening.set': { cell: string; before: string | null; after: string; reason: string };
  /** The day it opens on and its powers are in newer events alone. */
  'unit.created': { name: string; parentId: string | null; kind: string; opensOn?: string; powers?: readonly string[] };
  'unit.changed': { before: Record<string, unknown>; after: Record<string, unknown> };
  'person.created': { username: string; name: string };
  'person.changed': { before: Record<string, unknown>; after: Record<string, unknown> };
  'person.link_issued': { userId: string; purpose: string };
  'person.password_set': { userId: string };
  'person.password_changed': { userId: string };
  /** Of the office's passwords: `dengbao` or `asvs`. */
  'person.password_profile_set': { before: string; after: string };
  'person.hold_off_lifted': { userId: string };
  /** `identity`: SHA-256 of issuer and subject at the office's identity provider; the subject itself is in no event. */
  'person.identity_bound': { userId: string; issuer: string; identity: string };
  'person.identity_unbound': { userId: string; issuer: string; identity: string };
  /** The second factor: switched on and off by its person, reset by an administrator. */
  'person.second_factor_on': { userId: string };
  'person.second_factor_off': { userId: string };
  'person.second_factor_reset': { userId: string };
  'person.recovery_codes_renewed': { userId: string };
  /** Of whom the office asks one: `nobody`, `admins`, `admins_and_reviewers`. */
  'person.second_factor_policy_set': { before: string; after: string };
  /** How soon a person is sent what they are told. `address`: `none`, `kept`, `changed`; the address itself is in no event. */
  'person.notices_chosen': { userId: string; pace: string; address: string };
  /** A message that could not be sent is tried again. `channel`: by mail, or which robot. */
  'message.retried': { id: string; channel: string };
  /** `change`: set, changed, removed; the number is nobody's but the office's. */
  'person.telephone_set': { userId: string; change: string };
  'announcement.published': { id: string } & AnnouncedFacts;
  'announcement.changed': { id: string; before: AnnouncedFacts; after: AnnouncedFacts };
  'announcement.withdrawn': { id: string };
  'post.given': { userId: string; role: string; unitId: string };
  'post.ended': { postId: string; userId: string; role: string; unitId: string };
  /** Something that takes effect when another person confirms it (`PendingActKind`); a password that waits is asked for by who made its link. */
  'duty.asked': {
    id: string;
    kind: string;
    askedBy: string;
    askedAs: string | null;
    userId: string | null;
    role: string | null;
    unitId: string | null;
    reason: string;
    endsAt: string;
  };
  'duty.confirmed': SettledAct;
  /** By another, or taken back by who asked. */
  'duty.declined': SettledAct;
  /** Its time was over, or something else took its place. */
  'duty.lapsed': SettledAct;
  /**
   * What an auditor looks at (需审计关注). `asked`: the act that waits for somebody; null: it took effect. `putOut`: who might have confirmed it, had they
   * not been disabled or their post ended by the same administrator in the days before. `by`: `dividing`, where it was taken in dividing the office.
   */
  'attention.own_post': { userId: string; role: string; unitId: string; asked: string | null; putOut?: string; by?: 'dividing' };
  'attention.own_link_opened': { userId: string; issuedBy: string };
  'attention.own_link_used': { userId: string; issuedBy: string; asked: string | null; putOut?: string };
  /** 三员 are three people from now on; who they are. */
  'three_roles.divided': { system: string; security: string; auditor: string };
  'three_roles.reunited': Record<string, never>;
  'year.created': { year: number; format: string; rowVariant: string };
  /** `filings`: empty tasks that went with it. */
  'year.withdrawn': { year: number; filings: number; indicators: readonly string[] };
  'quarter.changed': { year: number; quarter: number; before: Record<string, unknown> | null; after: Record<string, unknown> };
  'report.text_saved': { key: string; before: string; after: string; version: number };
  'report.text_restored': { key: string; restored: number; version: number };
  'report.suggested': { id: string; key: string; before: string; after: string; reason: string };
  'report.suggestion_decided': { id: string; key: string; decision: string; text: string };
  'report.commented': { id: string; key: string; quote: string; text: string };
  'report.comment_resolved': { id: string; key: string; quote: string };
  'report.signed': { id: string; step: string; name: string; hash: string; note: string };
  'report.signature_withdrawn': { id: string; step: string; name: string; reason: string };
  /** `changed`: keys of the steps that are other than before, and `order`; older events do not say. */
  'report.steps_set': { before: readonly string[]; after: readonly string[]; changed?: readonly string[] };
  'report.paragraph_carried': { id: string; key: string; fromYear: number; text: string };
  'report.carried_confirmed': { id: string; key: string; fromYear: number };
  'rule.wording_changed': {
    before: { repetitionShare: number | null; words: string };
    after: { repetitionShare: number | null; words: string };
  };
  'office.contact_set': { before: string; after: string };
  'office.due_lock_set': { before: DueLockSetting | null; after: DueLockSetting };
  'year.rolled_over': { year: number; from: number; openings: number; indicators: number; paragraphs: number };
  'session.confirmed': { act: string };
  'report.fact_saved': { id: string; name: string; before: string | null; after: string; evidence: string };
  'report.fact_retired': { id: string; name: string };
  'report.adjusted': { id: string; cell: string; value: string; reason: string };
  'report.adjustment_countersigned': { id: string; cell: string };
  'report.adjustment_withdrawn': { id: string; cell: string };
  /** Of a cell; before notes below tables were texts also of a table. */
  'report.note_saved': { place: string; before: string; after: string };
  'contribution.asked': { id: string; topic: string; question: string; dueOn: string };
  'contribution.answered': { id: string; number: string; sentence: string };
  'contribution.withdrawn': { id: string; topic: string };
  'report.finalised': { edition: number; hash: string; scope: string };
  'report.exported': { edition: number | null; kind: string; hash: string };
  /** `damage`: the rows of its tables that were not there, table by table; absent where all were. */
  'report.imported': { edition: number; hash: string; file: string; damage?: string[] };
  'rule.noted': { id: string; rule: string; text: string };
  'rule.note_answered': { id: string; rule: string; text: string };
  'report.checked': { kind: string; hash: string };
  'filing.checked': { kind: string; hash: string };
  /** The log was taken out as a file: how many events, which hash the file has, and what they were looked for by. */
  'audit.exported': { events: number; kind: string; hash: string; search: string };
  /** The database was put back to what it was at `head`; `manifest` is the hash of the backup's manifest. */
  'backup.restored': { madeAt: string; manifest: string; head: { seq: number; hash: string } };
  /** `issuer`: the identity provider that said who it is; absent where a password did, or one click. */
  'session.started': { username: string; issuer?: string };
  /** A password was right, and a code is asked for; nobody is signed in yet. */
  'session.code_asked': { username: string };
  'session.recovery_code_used': { username: string };
  'session.ended': { sessionId: string };
  /** By their own person; `count` were still alive. */
  'session.others_ended': { count: number };
  'session.refused': { username: string; why: string };
  /** From this try on nobody's password is looked at for an account; `by`: whose tries were counted (a source, all of them, a session). */
  'session.held_off': { username: string; by: string; until: string };
  /** So many refusals of the doors were written down, of one source or of all; further ones are not until then. */
  /** `from`: `one` or `all` of those who guess; `pages`, `all_pages`: visits to pages that are not theirs. */
  'session.refusals_not_recorded': { from: string; limit: number; until: string };
  /** An act that was refused; `act` is what was tried. `page`: the address of a page that is not the person's. */
  refused: { act: string; code: string; sentence: string; page?: string };
}
/** What waited, as its end says it. */
export interface SettledAct {
  id: string;
  kind: string;
  userId: string | null;
  role: string | null;
  unitId: string | null;
}
export type EventKind = keyof EventPayloads;

/** The events that move a filing from one state to another. Taking a printed check out is recorded too, and moves nothing. */
export const filingSteps: ReadonlySet<string> = new Set([
  'filing.submitted',
  'filing.recalled',
  'filing.review_opened',
  'filing.returned',
  'filing.approved',
  'filing.approval_taken_back',
  'filing.unlocked',
  'filing.unlock_undone',
  'filing.locked',
] satisfies EventKind[]);

/** An event before it is chained. Times are ISO 8601 in UTC. */
export interface EventFacts<K extends EventKind = EventKind> {
  kind: K;
  payload: EventPayloads[K];
  at: string;
  actorId: string | null;
  actorName: string;
  unitId: string | null;
  /** `filing`, `report`, `unit`, `person`, `year`, `session`, `backup`. */
  objectType: string;
  objectId: string;
  /** `2026Q3`, `2026Q3 练习` (`quarterPeriod`), `2026`, or null. */
  period: string | null;
  reason: string | null;
  requestId: string;
  sessionHash: string | null;
  ip: string | null;
}
