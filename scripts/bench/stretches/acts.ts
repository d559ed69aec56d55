import { randomUUID } from 'node:crypto';
import { exportKinds } from '@/server/domain/report/export-kinds';
import { aFact, theYear } from '@/server/testing/a-large-office';
import { ask, pathOf } from '../asked/ask';
import { longText } from '../editor/long-text';
import { atMost, type Goal } from '../measured';
import { finished, password } from './seed-finished';

export interface App {
  address: string;
  cookie: string;
}

/** One thing that one person does. */
export interface Act {
  name: string;
  /** Of its processor time. */
  goal?: Goal;
  /** @returns what is measured, once what comes before it is done */
  begin: (app: App) => Promise<() => Promise<unknown>>;
}

const year = theYear;
const whole = { unitId: 'root', year, scope: 'consolidated' } as const;
const lastYear = year - 1;

/** In an office at work, of which every page and file over all units is asked. */
export const actsAtWork: readonly Act[] = [
  page('the review queue', '/review'),
  page('a submission', `/review/unit-1-${year}-2`),
  page('the board', `/board?year=${year}`),
  page('figures beside each other', `/board/figures?year=${year}`),
  page('findings over all units', `/board/findings?year=${year}`),
  page('期初数', `/office/openings?year=${year}`),
  page('roll-over', `/office/years/roll-over?from=${lastYear}`),
  page('what was rolled over', `/office/years/rolled-over?year=${year}`),
  page('people', '/office/people'),
  page('units', '/office/units'),
  page('years', '/office/years'),
  page('slips', '/slips'),
  page('tasks', '/tasks'),
  page('the list of reports', `/reports?year=${year}`),
  page('own reports', `/reports/own?year=${lastYear}`),
  page('the whole report', `/reports/root/${year}/consolidated`),
  page('the page of a signer', `/reports/root/${year}/consolidated/sign`),
  page('adopting', '/reports/adopt'),
  page('trends', '/trends'),
  page('the event log', '/audit'),
  query('a cell followed back', 'report.trace', { ...whole, cell: 's3.granted.total' }),
  query('a cell of every unit', 'report.traceUnits', { ...whole, cell: 's3.granted.natural_person' }),
  query('what a line beside a figure would change', 'report.adjustmentImpact', { ...whole, cell: 's3.granted.natural_person', raw: '+1' }),
  query('… its second signature', 'report.countersignImpact', { ...whole, adjustmentId: 'line-1' }),
  query('… taking it back', 'report.withdrawAdjustmentImpact', { ...whole, adjustmentId: 'line-2' }),
  query('what a local fact would change', 'report.factImpact', {
    ...whole,
    id: 'fact-1',
    seen: aFact,
    fact: { ...aFact, value: '3' },
  }),
  query('what giving a quarter back would change', 'review.unlockImpact', { filingId: `unit-2-${year}-1`, submissionNumber: 1 }),
  query('a sum of every unit', 'trends.units', { unitId: 'root', year, measure: 'received' }),
  {
    name: 'a chapter of 15 pages is saved',
    begin: async (app) => {
      const { texts } = await told<{ texts: Record<string, { version: number }> }>(app, 'report.page', whole);
      return () => change(app, 'report.saveText', { ...whole, key: '1', text: longText(), baseVersion: texts['1']?.version ?? 0 });
    },
  },
  file('findings over all units as xlsx', `/files/findings/${year}/all/all/all/all/.xlsx`),
  file('zip of the workbooks of a quarter', `/files/workbooks/${year}/3.zip`),
  file('check report of the whole', `/files/check-reports/report/root/${year}/consolidated.docx`),
  file('check report of a quarter', `/files/check-reports/filing/unit-1-${year}-2.docx`),
  file('workbook of a quarter', `/files/workbooks/filing/unit-4-${year}-3.xlsx`),
  file('a measure of every unit as CSV', `/files/trends/root/${year}/received.csv`),
  {
    name: 'zip of own reports as docx',
    begin: async (app) => () => read(app, `/files/own-reports/${lastYear}/${randomUUID()}/edition.docx.zip`),
  },
];

/** In an office whose year is done. */
export const actsOnFinished: readonly Act[] = [
  page('the whole report of 15 pages', pageOf(finished)),
  query('what a line beside a figure of it would change', 'report.adjustmentImpact', {
    ...finished,
    cell: 's3.granted.natural_person',
    raw: '+1',
  }),
  ...exportKinds.map((kind) =>
    file(`the draft as ${kind}`, `/files/reports/${finished.unitId}/${finished.year}/${finished.scope}/draft.${kind}`),
  ),
  {
    name: 'finalise',
    goal: atMost(400),
    begin: async (app) => {
      const { hash } = await told<{ hash: string }>(app, 'report.page', finished);
      const asked = { ...finished, changeId: randomUUID(), seenHash: hash, password, reason: '更正一处笔误，经分管领导同意重新发布。' };
      return () => change(app, 'report.finalise', asked);
    },
  },
  file('the edition as docx', `/files/reports/${finished.unitId}/${finished.year}/${finished.scope}/1.docx`),
];

function pageOf({ unitId, year: of, scope }: typeof finished): string {
  return `/reports/${unitId}/${of}/${scope}`;
}

function page(name: string, path: string): Act {
  return { name: `page: ${name}`, begin: async (app) => () => read(app, path) };
}

function file(name: string, path: string): Act {
  return { name: `file: ${name}`, begin: async (app) => () => read(app, path) };
}

function query(name: string, procedure: string, input: object): Act {
  return { name, begin: async (app) => () => told(app, procedure, input) };
}

async function read({ address, cookie }: App, path: string): Promise<void> {
  const answer = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status} ${Buffer.from(bytes).toString('utf8', 0, 300)}`);
}

async function told<T>({ address, cookie }: App, procedure: string, input: object): Promise<T> {
  const text = await ask({ port: Number(new URL(address).port), path: pathOf(procedure, input), cookie });
  return JSON.parse(text)[0].result.data.json as T;
}

function change({ address, cookie }: App, procedure: string, input: object): Promise<string> {
  const path = `/api/trpc/${procedure}?batch=1`;
  return ask({ port: Number(new URL(address).port), path, cookie, body: JSON.stringify({ 0: { json: input } }) });
}
