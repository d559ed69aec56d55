import type { Rewindable } from '@/db/testing/rewindable';

/**
 * Reads the tables as an auditor would who has the database and the law of the office on paper, and nothing of the program: every fault in
 * a sentence. What was done at once must have left a log that some people could have written one after the other.
 */
export async function faultsIn(database: Rewindable): Promise<string[]> {
  const events = await database.ask<Event>('select seq::int as seq, kind, object_id, payload, prev, hash from events order by seq');
  return [
    ...chainFaults(events),
    ...(await filingFaults(database, events)),
    ...(await figureFaults(database, events)),
    ...(await editionFaults(database, events)),
  ];
}

interface Event {
  seq: number;
  kind: string;
  object_id: string;
  payload: { number?: number; cell?: string; after?: string; version?: number; edition?: number };
  prev: string;
  hash: string;
}

/** From where each step may start, and where it leads. */
const law: Record<string, { from: string[]; to: string }> = {
  'filing.submitted': { from: ['open', 'returned'], to: 'submitted' },
  'filing.review_opened': { from: ['submitted'], to: 'in_review' },
  'filing.returned': { from: ['submitted', 'in_review'], to: 'returned' },
  'filing.approved': { from: ['submitted', 'in_review'], to: 'approved' },
  'filing.approval_taken_back': { from: ['approved'], to: 'in_review' },
  'filing.unlocked': { from: ['approved'], to: 'returned' },
  'filing.unlock_undone': { from: ['returned'], to: 'approved' },
  'filing.locked': { from: ['approved'], to: 'locked' },
};
const counts = new Set(['approved', 'locked']);

function chainFaults(events: readonly Event[]): string[] {
  return events.flatMap(({ seq, prev }, index) => {
    const before = events[index - 1];
    const faults = seq === index + 1 ? [] : [`event ${seq} stands where ${index + 1} should`];
    return before && before.hash !== prev ? [...faults, `event ${seq} does not follow the one before`] : faults;
  });
}

/** Each filing's steps are a way through the law, and its row, submissions and ledger stand where that way ends. */
async function filingFaults(database: Rewindable, events: readonly Event[]): Promise<string[]> {
  const filings = await database.ask<{
    id: string;
    status: string;
    number: number;
    newest: number;
    submissions: number;
    book: number | null;
  }>(
    `select id, status, submission_number::int as number,
      (select coalesce(max(number), 0)::int from submissions where filing_id = filings.id) as newest,
      (select count(*)::int from submissions where filing_id = filings.id) as submissions,
      (select submission_number::int from checked_books where filing_id = filings.id) as book
     from filings`,
  );
  return filings.flatMap(({ id, status, number, newest, submissions, book }) => {
    const faults: string[] = [];
    let at = 'open';
    for (const event of events) {
      if (event.object_id !== id) continue;
      if (event.kind === 'filing.recalled') {
        if (at !== 'submitted') faults.push(`${event.seq}: recalled while ${at}`);
        // With remarks left to answer it goes back to `returned`.
        at = 'open';
        continue;
      }
      const step = law[event.kind];
      if (!step) continue;
      if (!step.from.includes(at)) faults.push(`${event.seq}: ${event.kind} while ${at}`);
      at = step.to;
    }
    if (status !== at && !(at === 'open' && status === 'returned')) faults.push(`${id} is ${status}, its log ends with ${at}`);
    if (newest !== number || submissions !== number)
      faults.push(`${id} has number ${number} and ${submissions} submissions up to ${newest}`);
    if (counts.has(status) ? book !== number : book !== null) faults.push(`${id} is ${status}, the ledger has its submission ${book}`);
    return faults;
  });
}

/** Every figure is what was saved last, and as many times as was said. */
async function figureFaults(database: Rewindable, events: readonly Event[]): Promise<string[]> {
  const said = new Map<string, { raw: string; version: number }>();
  const faults: string[] = [];
  for (const { seq, kind, object_id, payload } of events) {
    if (kind !== 'figure.saved') continue;
    const place = `${object_id} ${payload.cell}`;
    const version = (said.get(place)?.version ?? 0) + 1;
    if (payload.version !== version) faults.push(`${seq}: version ${payload.version} of ${place} comes after ${version - 1}`);
    said.set(place, { raw: payload.after ?? '', version });
  }
  const figures = await database.ask<{ place: string; raw: string; version: number }>(
    `select filing_id || ' ' || cell as place, raw, version::int as version from figures`,
  );
  for (const { place, raw, version } of figures) {
    const last = said.get(place);
    if (last?.raw !== raw || last.version !== version)
      faults.push(`${place} is ${raw} (${version}), said was ${last?.raw} (${last?.version})`);
  }
  return faults;
}

/** An edition is added up from quarters that were approved when it was made, and has them locked. */
async function editionFaults(database: Rewindable, events: readonly Event[]): Promise<string[]> {
  const parts = await database.ask<{ edition: number; filing: string; submission: number; status: string; number: number }>(
    `select editions.number::int as edition, part->>'filingId' as filing, (part->>'submissionNumber')::int as submission, filings.status,
      filings.submission_number::int as number
     from editions, jsonb_array_elements((content::jsonb)->'parts') as part join filings on filings.id = part->>'filingId'`,
  );
  const numbers = await database.ask<{ number: number }>('select number::int as number from editions order by number');
  const told = events.filter(({ kind }) => kind === 'report.finalised').map(({ payload }) => payload.edition);
  const faults = told.join() === numbers.map(({ number }) => number).join() ? [] : [`editions ${told.join()} were told, others stand`];
  for (const { edition, filing, submission, status, number } of parts)
    if (status !== 'locked' || submission !== number)
      faults.push(`edition ${edition} holds submission ${submission} of ${filing}, which is ${status} with ${number}`);
  return faults;
}
