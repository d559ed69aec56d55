#!/usr/bin/env node
/**
 * Verifies the event log of Nianbao, and the ledger against it, without Nianbao: one file, plain Node, nothing installed. Read it first.
 * 独立核对年报系统操作记录的程序：只有这一个文件，不用安装，先读后用。
 *
 *     nianbao audit export --out DIR                    (on the server; or have somebody else do it)
 *     node verify-log.mjs DIR/events.jsonl [--ledger DIR/ledger.jsonl] [--head SEQ:HASH]…
 *
 * 1. The chain. Each line of events.jsonl is an event. Its `hash` is the SHA-256 of everything else the line says, written as canonical JSON
 *    (RFC 8785: keys in order, no blanks, UTF-8); `seq` counts from 1 without gaps; `prev` is the hash of the event before, 64 zeros in the first.
 *    So an event that was changed, deleted, inserted or moved does not fit.
 * 2. Heads. A chain that was cut at its end, or made anew from its first event, fits by itself. Give what was kept where nobody of the
 *    office could reach it: a daily head, the manifest of a backup, the hash on a 定稿单. It has to be in the chain.
 * 3. The ledger. Each cell of each quarter is what the last event about it says. Each submission and edition has the SHA-256 its event says, and
 *    each approved quarter holds, cell by cell, what the submission holds that was approved last. Texts are what they were saved as.
 *
 * Exit 0: all of it is so. 1: something is not; each is named. 2: it could not be read.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** RFC 8785. JSON.stringify writes strings and numbers as it wants them; what is left is the order of keys. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

async function* linesOf(file) {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
    if (line.trim() !== '') yield JSON.parse(line);
}

let faults = 0;
function fault(sentence) {
  faults += 1;
  if (faults <= 200) console.log(`✕ ${sentence}`);
}

// ---- What the events say stands in the ledger, by `table owner place`; null: taken away ----

const said = new Map();
/** The submission whose figures count, by filing. */
const approved = new Map();
/** What correction slips say, by `unit year number`. */
const slips = new Map();
let unread = 0;

function say(seq, key, value) {
  said.set(key, value === null ? { seq, gone: true } : { seq, ...value });
}

/** An event that names what it found has to have found what the event before it left. */
function found(seq, key, column, value) {
  const before = said.get(key);
  const left = before && !before.gone ? before[column] : column === 'text' ? sha256('') : null;
  if (left !== undefined && left !== value)
    fault(`event ${seq} found something else at ${key} than the event before it left (changed beside the log)`);
}

/** What is understood in a cell: an integer, `:decimals` behind it, `/` for 不适用, `?` unreadable. Older events do not say; then plain digits are read here. */
function readingOf(event) {
  if (event.reading !== undefined) return event.reading;
  const raw = event.after ?? event.raw;
  if (raw === '') return '';
  if (/^(0|[1-9]\d*)$/.test(raw) && !event.cell.includes('fee') && !event.cell.startsWith('x.')) return raw;
  unread += 1;
  return undefined;
}

const replays = {
  'figure.saved'(event, { cell, before, after, version, ...rest }) {
    const key = `figures ${event.objectId} ${cell}`;
    found(event.seq, key, 'raw', before);
    say(event.seq, key, { raw: after, version, savedBy: event.actorId, reading: readingOf({ cell, after, ...rest }) });
  },
  'text.saved'(event, { key, before, after, version }) {
    found(event.seq, `filingTexts ${event.objectId} ${key}`, 'text', sha256(before));
    say(event.seq, `filingTexts ${event.objectId} ${key}`, { text: sha256(after), version, savedBy: event.actorId });
  },
  'report.text_saved'(event, { key, before, after, version }) {
    // A note below a table may have been a plain note before, when it had events of another kind.
    if (!/^t\d$/.test(key)) found(event.seq, `reportTexts ${event.objectId} ${key}`, 'text', sha256(before));
    say(event.seq, `reportTexts ${event.objectId} ${key}`, { text: sha256(after), version, savedBy: event.actorId });
  },
  'filing.submitted'(event, { number, hash }) {
    say(event.seq, `submissions ${event.objectId} ${number}`, { hash });
  },
  'filing.approved': (event, { number }) => approve(event, number),
  'filing.unlock_undone': (event, { number }) => approve(event, number),
  'filing.unlocked': (event) => approved.delete(event.objectId),
  'filing.approval_taken_back': (event) => approved.delete(event.objectId),
  'slip.written'(event, { number }) {
    slips.set(`${event.objectId} ${event.period} ${number}`, event.actorId);
  },
  'slip.signed'(event, { number }) {
    slips.set(`${event.objectId} ${event.period} ${number}`, event.actorId);
  },
  'filing.corrected'(event, { slip, year, number, hash, changes, writes, of }) {
    const savedBy = slips.get(`${of?.unitId ?? event.unitId} ${year} ${slip}`);
    for (const { cell, raw, version, reading } of writes ?? [])
      say(event.seq, `figures ${event.objectId} ${cell}`, { raw, version, reading, savedBy });
    // Older events do not say what was written into the form: those cells are not judged.
    if (!writes) for (const { cell } of changes) say(event.seq, `figures ${event.objectId} ${cell}`, {});
    say(event.seq, `submissions ${event.objectId} ${number}`, { hash });
    approve(event, number);
  },
  'report.finalised'(event, { edition, hash }) {
    say(event.seq, `editions ${event.objectId} ${edition}`, { hash });
  },
  'report.imported'(event, { edition, hash }) {
    say(event.seq, `editions ${event.objectId} ${edition}`, { hash });
  },
  'practice.cleared'(event) {
    for (const key of said.keys())
      if (key.startsWith(`figures ${event.objectId} `) || key.startsWith(`filingTexts ${event.objectId} `)) say(event.seq, key, null);
  },
};

function approve(event, number) {
  if (!event.period?.endsWith('练习')) approved.set(event.objectId, { number, seq: event.seq });
}

// ---- 1 and 2: the chain, and the heads that were kept ----

async function verifyChain(file, heads) {
  let seq = 0;
  let prev = '0'.repeat(64);
  const kept = heads.map((text) => ({ text, seq: text.includes(':') ? Number(text.split(':')[0]) : null, hash: text.split(':').at(-1) }));
  for await (const event of linesOf(file)) {
    const { hash, ...rest } = event;
    if (event.seq !== seq + 1) return fault(`event ${event.seq} follows event ${seq}: something is missing or was put in`);
    if (event.prev !== prev) return fault(`event ${event.seq} does not follow the event before it`);
    if (sha256(canonical(rest)) !== hash) return fault(`event ${event.seq} was changed`);
    for (const head of kept) if (head.hash === hash && (head.seq === null || head.seq === event.seq)) head.found = true;
    replays[event.kind]?.(event, event.payload);
    [seq, prev] = [event.seq, hash];
  }
  console.log(`✓ ${seq} events hold together; head ${seq}:${prev}`);
  for (const head of kept)
    if (head.found) console.log(`✓ head ${head.text} is in the chain`);
    else fault(`head ${head.text} is not in the chain: the log was cut or made anew`);
}

// ---- 3: the ledger ----

const placeOf = (row) =>
  `${row.unit ?? ''} ${row.year ?? ''}${row.quarter ? ` Q${row.quarter}` : ''} ${row.cell ?? row.key ?? row.number ?? ''}`.trim();
const readingIn = ({ state, value, decimals }) =>
  state === 'number' ? (decimals ? `${value}:${decimals}` : `${value}`) : { not_applicable: '/', unreadable: '?', not_filled: '' }[state];

/** What is compared of a row: its columns as the events say them. */
const columnsOf = {
  figures: (row) => [
    `figures ${row.filingId} ${row.cell}`,
    { raw: row.raw, version: row.version, savedBy: row.savedBy, reading: readingIn(row) },
  ],
  filingTexts: (row) => [`filingTexts ${row.filingId} ${row.key}`, { text: sha256(row.text), version: row.version, savedBy: row.savedBy }],
  reportTexts: (row) => [`reportTexts ${row.reportId} ${row.key}`, { text: sha256(row.text), version: row.version, savedBy: row.savedBy }],
  submissions: (row) => [`submissions ${row.filingId} ${row.number}`, { hash: sha256(row.content) }],
  editions: (row) => [`editions ${row.reportId} ${row.number}`, { hash: sha256(row.content) }],
};

async function verifyLedger(file) {
  const seen = new Set();
  const contents = new Map();
  const counts = {};
  for await (const row of linesOf(file)) {
    counts[row.table] = (counts[row.table] ?? 0) + 1;
    if (row.table === 'checkedBooks') {
      verifyApproved(row, contents.get(row.filingId));
      seen.add(`approved ${row.filingId}`);
      continue;
    }
    const columns = columnsOf[row.table]?.(row);
    if (!columns) continue;
    const [key, stored] = columns;
    seen.add(key);
    if (row.table === 'submissions' && approved.get(row.filingId)?.number === row.number) contents.set(row.filingId, row.content);
    const event = said.get(key);
    // A note below a table may come from the time when notes were plain.
    if (!event && row.table === 'reportTexts' && /^t\d$/.test(row.key)) continue;
    if (!event || event.gone) fault(`${row.table} ${placeOf(row)}: stands in the ledger, and no event says so`);
    else
      for (const [column, value] of Object.entries(stored))
        if (event[column] !== undefined && event[column] !== value)
          fault(
            `${row.table} ${placeOf(row)}: ${column} is ${JSON.stringify(value)}, by event ${event.seq} it is ${JSON.stringify(event[column])}`,
          );
  }
  for (const [key, event] of said) if (!event.gone && !seen.has(key)) fault(`${key}: event ${event.seq} says it is there, and it is not`);
  for (const [filing, { seq }] of approved)
    if (!seen.has(`approved ${filing}`)) fault(`approved figures of ${filing}: event ${seq} says they count, and they are not there`);
  console.log(
    `· compared ${Object.entries(counts)
      .map(([table, rows]) => `${rows} ${table}`)
      .join(', ')}${unread ? `; ${unread} texts of older events were compared as texts alone` : ''}`,
  );
}

/** `1;12,0,/,59:4;control` beside the list of its cells, against the figures of the submission that was approved. */
function verifyApproved(row, content) {
  const where = `approved ${row.unit} ${row.year} Q${row.quarter}`;
  const event = approved.get(row.filingId);
  if (!event) return fault(`${where}: counts, and no event approves it`);
  if (event.number !== row.submissionNumber)
    fault(`${where}: submission ${row.submissionNumber} counts, by event ${event.seq} it is ${event.number}`);
  if (content === undefined) return fault(`${where}: the submission that was approved is not there`);
  const [, entries, control] = row.figures.split(';');
  const list = entries === '' ? [] : entries.split(',');
  const sum = list.reduce((total, entry) => (entry === '/' ? total : total + BigInt(entry.split(':')[0])), 0n);
  if (String(((sum % 1000000000n) + 1000000000n) % 1000000000n) !== control) fault(`${where}: its figures do not agree with their control`);
  const stored = new Map(row.cells.map((cell, place) => [cell, list[place]]));
  for (const [cell, figure] of Object.entries(JSON.parse(content).figures)) {
    if (figure.state !== 'number' && figure.state !== 'not_applicable') continue;
    if (stored.get(cell) !== readingIn(figure))
      fault(`${where} ${cell}: ${stored.get(cell)} counts, ${readingIn(figure)} was approved (event ${event.seq})`);
    stored.delete(cell);
  }
  for (const cell of stored.keys()) fault(`${where} ${cell}: counts, and was not approved`);
}

// ---- The command ----

const [file, ...options] = process.argv.slice(2);
const given = (name) => options.flatMap((option, index) => (option === name && options[index + 1] ? [options[index + 1]] : []));
if (!file || file.startsWith('--')) {
  console.error('node verify-log.mjs events.jsonl [--ledger ledger.jsonl] [--head SEQ:HASH]…');
  process.exit(2);
}
try {
  await verifyChain(file, given('--head'));
  for (const ledger of given('--ledger')) if (faults === 0) await verifyLedger(ledger);
} catch (error) {
  console.error(`cannot be read: ${error.message}`);
  process.exit(2);
}
if (faults > 200) console.log(`✕ and ${faults - 200} more`);
console.log(faults === 0 ? '✓ nothing to object to' : `✕ ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
