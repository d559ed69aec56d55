import type { LongRunName } from './long-runs';

/**
 * What we promise on durability, authorization, identity, hostile input and audit, by the number that tests carry in their names.
 * A row is shown by tests, by a long run of its own, or is open, and then says what is missing.
 */
export interface TrustPromise {
  id: string;
  promise: string;
  goal: string;
  /** A long run beside the tests, by its name in `long-runs.ts`. */
  longRun?: LongRunName;
  /** What does not stand yet, whatever is shown already. */
  open?: string;
  /** What is missing as long as nothing shows it: the row holds by itself once a test or a long run does. */
  until?: string;
}

export const promises: readonly TrustPromise[] = [
  { id: 'T1', promise: 'A save that was answered is there after the process was killed', goal: '0 lost in 100 kills', longRun: 'kills' },
  {
    id: 'T2',
    promise: 'A save is on the disk before it is answered',
    goal: '≥ 1 flush an answer; without FULL the check fails',
    longRun: 'flushes',
  },
  {
    id: 'T3',
    promise: 'A save that was answered is there after the power went',
    goal: '0 lost at 200 cut points; without flushes the check fails',
    longRun: 'power',
  },
  {
    id: 'T4',
    promise: 'A full or broken disk is told, and nothing is told as saved that is not',
    goal: 'no false answer, goes on by itself',
  },
  {
    id: 'T5',
    promise: 'A backup under load is whole, and nobody waits for it',
    goal: 'each copy verified; p95 of a save up < 20 %, by npm run bench -- backup',
    open: 'whole, but felt: beside backups made one after the other the p95 of a save goes from 2.6 to 20 ms on SQLite, from 7 to 12 ms on PostgreSQL',
  },
  { id: 'T6', promise: 'A backup becomes a running office again', goal: '≤ 15 minutes, counts and head as in the manifest' },
  { id: 'T7', promise: 'A damaged backup is found before it is used', goal: '200 of 200' },
  { id: 'T8', promise: 'Migrations lose nothing', goal: 'rows, references and cells as before' },
  {
    id: 'T9',
    promise: 'A migration that is killed leaves the old schema or the new one',
    goal: '20 of 20 on each engine, completed by the next start, with a backup of before',
    longRun: 'migrations',
  },
  { id: 'T10', promise: 'A stop answers what is in flight', goal: '50 of 50, exit 0 within 10 s, log folded in' },
  { id: 'T11', promise: 'A clock that jumps revives no session', goal: 'numbers rise, sessions stay ended' },
  {
    id: 'T12',
    promise: 'A million saves leave memory and log as they were',
    goal: 'memory ≤ 1 MB an hour, p95 ± 10 %, log ≤ 64 MB',
    longRun: 'soak',
    open: 'no run of a million yet, and the p95 of this one rose with what else the machine did',
  },
  { id: 'T13', promise: 'SQLite and PostgreSQL decide the same', goal: 'one contract, both engines' },
  { id: 'T14', promise: 'No edit is overwritten in silence', goal: 'every refusal is seen' },
  { id: 'T15', promise: 'A submission asked for many times happens once', goal: '1 transition, 1 event' },
  { id: 'T16', promise: 'What is submitted is what was seen', goal: 'refused 100 %, with the difference' },
  { id: 'T17', promise: 'What was typed without a network is stored once it is back', goal: 'all, once, in order' },
  { id: 'T18', promise: 'On a network that loses requests and answers the server has what the screens show', goal: 'server = screen' },
  { id: 'T19', promise: 'Nothing is sent in the name of whoever signed in meanwhile', goal: '0 edits' },
  { id: 'T20', promise: 'Nothing is shown as saved that is not', goal: '0' },
  { id: 'T21', promise: 'Nobody does what the permission table does not let them', goal: 'every procedure × role × place' },
  {
    id: 'T22',
    promise: 'No other door tells a protected byte',
    goal: '0 bytes',
  },
  { id: 'T23', promise: 'No lock depends on proxy.ts', goal: 'T22 in an app built without it', longRun: 'withoutProxy' },
  { id: 'T24', promise: 'A locked state holds on every path of writing', goal: 'status × path' },
  { id: 'T25', promise: 'Nobody approves their own work', goal: '0' },
  { id: 'T26', promise: 'Whoever is disabled, moved or has a new password is out at once', goal: 'the next request' },
  { id: 'T27', promise: 'Nothing undeclared is written', goal: '0 columns, 0 prototypes' },
  {
    id: 'T28',
    promise: 'Three administrators are three people where the office wants it',
    goal: 'nobody holds two, each is held',
  },
  { id: 'T29', promise: 'Signing in gives a new session and ends the former', goal: 'always new' },
  { id: 'T30', promise: 'Guessing is slow and locks nobody out', goal: '≤ 5 an account and source, then delays' },
  { id: 'T31', promise: 'A session that has ended stays ended', goal: '401, also for a kept cookie' },
  { id: 'T32', promise: 'Cookies and headers are what browsers need to defend people', goal: 'every answer' },
  {
    id: 'T33',
    promise: 'Another site cannot act in somebody’s name',
    goal: '0 changes',
  },
  { id: 'T34', promise: 'Passwords are neither guessable nor kept in the clear', goal: 'argon2id, lists, words of the office, last five' },
  {
    id: 'T35',
    promise: 'A hostile file is refused, not half taken in',
    goal: '0 crashes, 0 partial imports',
    open: 'Word files and pages of published reports come with the issue that reads them',
  },
  { id: 'T36', promise: 'A workbook goes out and comes back the same', goal: '0 differences' },
  { id: 'T37', promise: 'No text becomes a formula', goal: '0 active cells' },
  { id: 'T38', promise: 'No text becomes a program', goal: '0 executions, on every page and in every file' },
  {
    id: 'T39',
    promise: 'Whatever is pasted, the Word file opens',
    goal: 'well-formed in 5,000 texts',
    open: 'looked at in LibreOffice and WPS by hand alone',
  },
  { id: 'T40', promise: 'No number is read as another', goal: '0 in 100,000 texts' },
  { id: 'T41', promise: 'No secret reaches a log', goal: '0 leaks, one event one line' },
  { id: 'T42', promise: 'No name of a file leads elsewhere', goal: '0 of 100' },
  {
    id: 'T43',
    promise: 'A flood stops nobody',
    goal: '4xx at once; lag p99 < 50 ms, by npm run bench -- exports (9 ms)',
  },
  { id: 'T44', promise: 'A changed log is found', goal: 'every row; cut tails against a kept head' },
  { id: 'T45', promise: 'Every change and every refusal is one event', goal: '1 / 1 / 0' },
  { id: 'T46', promise: 'The log proves the figures', goal: '0 differences' },
  { id: 'T47', promise: 'The log is kept', goal: 'no way to delete', open: 'archives that are sealed are not built' },
  { id: 'T48', promise: 'Versions with known holes do not start', goal: 'refused by name' },
  { id: 'T49', promise: 'What is shipped runs', goal: 'starts, signs in, saves, exports', until: 'the release is not built' },
  { id: 'T50', promise: 'It runs without a network', goal: 'every journey; nobody asks another machine', longRun: 'isolation' },
  { id: 'T51', promise: 'Health tells the truth', goal: '503 or degraded within 5 s' },
];

/** The numbers in the name of a test, those of its group among them: `T13: the store on SQLite T4: tells everybody …`. */
export function promisesIn(title: string): string[] {
  const leads = title.matchAll(/(?:^|\s)(T\d{1,2}(?:, T\d{1,2})*):/g);
  return [...new Set([...leads].flatMap(([, lead = '']) => lead.split(', ')))];
}
