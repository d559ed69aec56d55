import { insertReport, type Store, upsertReportText } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { quarters } from '@/server/domain/periods';
import { startChild } from '../child';
import { longText } from '../editor/long-text';
import { atMost, type Bench, type Measured, median, round } from '../measured';
import { root, seedYear, year } from '../roll-up/seed-year';
import { type FaceTimes, measuredKinds } from './face-times';

const units = Number(process.env.NIANBAO_BENCH_UNITS ?? 1000);
const cells = 250;
const maxMs = { docx: 500, html: 500, xlsx: 500, json: 500, pdf: 1000 } as const;
const names = { docx: 'Word', html: 'HTML', xlsx: 'xlsx', json: 'JSON', pdf: 'PDF' } as const;

/**
 * The faces of a report with some 15 pages of text over the filings of 1,000 units: making the file from the document, and the whole way
 * of a download of the draft, from the ledger to the bytes. A process for each face, so that its first file is the first of a process.
 */
export const benchFaces: Bench = async ({ folder, say }) => {
  const store = await openStore({ dataFolder: folder, databaseUrl: null });
  await store.migrate();
  say(`putting ${units} units × ${quarters.length} quarters × ${cells} cells and 15 pages of text into the store`);
  await seedYear(store, { units, cells });
  await writeTexts(store);
  await store.close();
  const measured: Measured[] = [];
  for (const kind of measuredKinds) {
    const child = await startChild<FaceTimes>(new URL('./face-process.ts', import.meta.url), {
      env: { NIANBAO_BENCH_FACE: kind, NIANBAO_BENCH_STORE: folder },
      // A process measures before it reports.
      patienceMs: 300_000,
    });
    await child.stop();
    const { firstMs, laterMs, processorMs, wholeMs, wholeProcessorMs, bytes } = child.ready;
    say(`${kind}: ${bytes} bytes; first ${round(firstMs, 0)} ms, later ${laterMs.map((time) => round(time, 0)).join(', ')} ms`);
    const inMs = (what: string, value: number, goal?: number): Measured => ({
      what: `${names[kind]}: ${what}`,
      value: round(value, 0),
      unit: 'ms',
      ...(goal === undefined ? {} : { goal: atMost(goal) }),
    });
    measured.push(
      inMs('made from the document', median(laterMs), maxMs[kind]),
      inMs('the same in processor time, all threads', median(processorMs)),
      inMs('the first of a process', firstMs),
      inMs('the whole way from the ledger', median(wholeMs)),
      inMs('the whole way in processor time, all threads', median(wholeProcessorMs)),
    );
  }
  return measured;
};

/** Chapter 一 holds the long text, the others a sentence; written as a clerk's store writes them, live numbers as tokens. */
async function writeTexts(store: Store): Promise<void> {
  const texts = {
    preamble: '本报告按照《中华人民共和国政府信息公开条例》的规定编制。',
    '1': longText(),
    '5': '（一）存在问题。',
    '6': '无。',
  } as const;
  const at = new Date();
  await store.tx(async (tx) => {
    await insertReport(tx, { id: 'report', unitId: root, year, scope: 'consolidated', createdAt: at });
    for (const key of Object.keys(texts) as (keyof typeof texts)[])
      await upsertReportText(tx, 'report', { key, text: texts[key], version: 1, savedBy: 'clerk', savedAt: at });
  });
}
