import { chromium } from 'playwright';
import { browserLaunch } from '@/e2e/browser';
import { runChaos } from '@/e2e/chaos/run-chaos';

/**
 * `npm run chaos [edits] [seed]`: the bad network of the journeys at full size, on the built app. Prints what happened; ends with 1 and
 * every fault when something was lost, doubled, silently overwritten or called saved too early.
 */
const [edits = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const browser = await chromium.launch(browserLaunch());
try {
  const say = (line: string) => process.stderr.write(`${Math.round(performance.now() / 1000)} s: ${line}\n`);
  const size = { edits: Number(edits), latestMs: 1_500, restMs: 400, seed: Number(seed) };
  const { faults, losses, ...counts } = await runChaos(browser, size, say);
  process.stdout.write(`${JSON.stringify({ seed: Number(seed), ...counts, losses })}\n`);
  for (const fault of faults) process.stdout.write(`fault: ${fault}\n`);
  process.stdout.write(faults.length > 0 ? `${faults.length} faults\n` : 'no fault\n');
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
}
