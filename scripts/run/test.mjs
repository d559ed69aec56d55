import { mkdirSync } from 'node:fs';
import { children, Stopped } from './children.mjs';
import { install } from './install.mjs';
import { reportFolder } from './paths.mjs';
import { Problem } from './problem.mjs';
import { provision } from './provision.mjs';
import { say, since } from './say.mjs';
import { stages } from './stages.mjs';
import { testEnvironment } from './test-environment.mjs';
import { addUp, nothing, totalsLine } from './totals.mjs';

/**
 * `npm test`: everything that must hold before a change is taken. Stops at the first stage that fails; the last line is
 * always the totals, also after a problem that kept the tests from running.
 */
export async function test() {
  mkdirSync(reportFolder, { recursive: true });
  const all = [];
  let exitCode = 0;
  try {
    await install();
    const env = testEnvironment(process.env, await provision());
    for (const { title, run } of stages) {
      say(`${title} …`);
      const startedAt = Date.now();
      const totals = await run(env);
      all.push(totals);
      if (totals.failed > 0) {
        say(`${title} failed (${since(startedAt)}); the stages after it were not run`);
        exitCode = 1;
        break;
      }
    }
  } catch (error) {
    all.push({ ...nothing, failed: 1 });
    exitCode = exitCodeAfter(error);
  }
  const stoppedBy = children.stoppedBy();
  if (stoppedBy) exitCode = new Stopped(stoppedBy).exitCode;
  console.log(totalsLine(addUp(all)));
  return exitCode;
}

function exitCodeAfter(error) {
  if (error instanceof Stopped) return error.exitCode;
  console.error(error instanceof Problem ? error.message : error);
  return error instanceof Problem ? error.exitCode : 1;
}
