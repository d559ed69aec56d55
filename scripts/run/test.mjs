import { provideBrowser } from './browser.mjs';
import { Stopped, throwIfStopped } from './children.mjs';
import { nothing, totalsLine } from './counted.mjs';
import { install } from './install.mjs';
import { providePostgres } from './postgres.mjs';
import { Problem, say } from './say.mjs';
import { stages } from './stages.mjs';
import { testEnvironment } from './test-environment.mjs';

/**
 * `npm test`: everything that must hold before a change is taken. Stops at the first stage that fails. At the end stands how
 * long each stage took; the last line is always the totals, also after a problem that kept the tests from running.
 */
export async function test() {
  const done = [];
  let exitCode = 0;
  try {
    await install();
    const env = testEnvironment(process.env, await provideBrowser());
    await providePostgres();
    for (const { title, run } of stages) {
      say(`${title} …`);
      const startedAt = Date.now();
      const totals = await run(env);
      done.push({ title, totals, seconds: Math.round((Date.now() - startedAt) / 1000) });
      throwIfStopped();
      if (totals.failed > 0) throw new Problem(`${title} failed; the stages after it were not run`, 1);
    }
  } catch (error) {
    exitCode = error.exitCode ?? 1;
    if (!(error instanceof Stopped)) console.error(error instanceof Problem ? error.message : error);
    if (!done.some(({ totals }) => totals.failed > 0)) done.push({ totals: { ...nothing, failed: 1 } });
  }
  for (const { title, seconds } of done.filter((stage) => stage.title)) say(`${title.padEnd(18)}${String(seconds).padStart(5)} s`);
  console.log(totalsLine(done.map(({ totals }) => totals)));
  return exitCode;
}
