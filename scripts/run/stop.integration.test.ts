import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../server/free-port';
import { aCheckout } from './testing/checkout';

let checkout: ReturnType<typeof aCheckout>;

beforeEach(() => {
  checkout = aCheckout();
});
afterEach(() => checkout.remove());

test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the server, and its exit code is ours', async (signal) => {
  const run = await serving('exec node scripts/run.mjs start', { SERVER_EXIT_CODE: '4' });
  run.kill(signal);
  expect(await run.ended).toMatchObject({ code: 4, output: expect.stringContaining(`server got ${signal}`) });
});

test('under npm the server stops when npm is killed', async () => {
  const run = await serving('node scripts/run.mjs start; true', { npm_lifecycle_event: 'start' });
  run.kill('SIGKILL');
  expect((await run.ended).output).toContain('server got SIGTERM');
});

test('a server that does not listen is killed when its eight seconds are over', async () => {
  const run = await serving('exec node scripts/run.mjs start', { SERVER_IS_DEAF: '1' });
  run.kill('SIGTERM');
  expect(await run.ended).toMatchObject({ code: 128 + 9, output: expect.stringContaining('server got SIGTERM') });
});

test('without npm, as under nohup, the server outlives the shell that started it', async () => {
  const run = await serving('node scripts/run.mjs start; true');
  run.kill('SIGKILL');
  const answer = await fetch(`http://127.0.0.1:${run.port}`);
  expect(await answer.text()).toBe('here');
  process.kill(run.serverPid, 'SIGTERM');
  expect((await run.ended).output).toContain('server got SIGTERM');
});

test('the server notices that the runner was killed', async () => {
  const run = await serving('exec node scripts/run.mjs start');
  run.kill('SIGKILL');
  expect((await run.ended).output).toContain('server got disconnect');
});

async function serving(command: string, env: Record<string, string> = {}) {
  const PORT = String(await freePort());
  const run = checkout.run(command, { PORT, ...env });
  const output = await run.said('ready');
  return { ...run, port: PORT, serverPid: Number(/pid=(\d+)/.exec(output)?.[1]) };
}
