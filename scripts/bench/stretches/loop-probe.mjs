import { openSync, readSync } from 'node:fs';
import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

/**
 * `node --import …/loop-probe.mjs program`: tells on loopback, at the port of `NIANBAO_BENCH_PROBE`, for how long the thread that answers people
 * was at one thing at most since it was asked last, and how much processor time the process has had. A turn of the event loop is measured from timer to timer,
 * a millisecond apart at rest; what the thread waited for a core is taken off, because that is others' doing.
 */
if (isMainThread && process.env.NIANBAO_BENCH_PROBE) {
  const waited = coreWaitOf(process.pid);
  let [before, waitedBefore] = [performance.now(), waited()];
  let longestMs = 0;
  setInterval(() => {
    const [now, waitedNow] = [performance.now(), waited()];
    longestMs = Math.max(longestMs, now - before - (waitedNow - waitedBefore));
    [before, waitedBefore] = [now, waitedNow];
  }, 1).unref();
  createServer((_, response) => {
    const { user, system } = process.cpuUsage();
    response.end(JSON.stringify({ longestMs, processorMs: (user + system) / 1000 }));
    longestMs = 0;
  })
    .listen(Number(process.env.NIANBAO_BENCH_PROBE), '127.0.0.1')
    .unref();
}

/** How long the main thread of a process has waited for a core so far, in ms; always 0 where the system does not tell. */
function coreWaitOf(pid) {
  const text = Buffer.alloc(96);
  try {
    const file = openSync(`/proc/${pid}/task/${pid}/schedstat`, 'r');
    return () => Number(text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)).split(' ')[1]) / 1e6;
  } catch {
    return () => 0;
  }
}
