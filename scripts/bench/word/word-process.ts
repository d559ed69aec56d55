import { docxFace } from '@/server/exports/docx';
import { city } from '../../looks/reports/city';
import { sampleDocument } from '../../looks/reports/sample';

export interface WordTimes {
  coldMs: number;
  warmMs: number[];
}

const warmRuns = 10;

async function time(): Promise<number> {
  const start = performance.now();
  const bytes = await docxFace(sampleDocument(city));
  if (bytes.length < 10_000) throw new Error(`a Word file of ${bytes.length} bytes holds no report`);
  return performance.now() - start;
}

const coldMs = await time();
const warmMs: number[] = [];
for (let run = 0; run < warmRuns; run += 1) warmMs.push(await time());
process.send?.({ coldMs, warmMs } satisfies WordTimes);
process.once('disconnect', () => process.exit(0));
