import { afterEach, expect, test } from 'vitest';
import { aCheckout, busyPort, freePort } from './testing/checkout';

const start = 'exec node scripts/run.mjs start';
let checkout: ReturnType<typeof aCheckout>;

afterEach(() => checkout.remove());

test('the first start installs, builds and serves; the second only serves', async () => {
  checkout = aCheckout();
  for (const round of [1, 2]) {
    const run = checkout.run(`${start} --empty`, { PORT: await freePort() });
    expect(await run.said('ready'), `round ${round}`).toContain('ready production [--empty]');
    run.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0 });
  }
  expect(checkout.npmCalls()).toEqual(['ci']);
  expect(checkout.builds()).toBe(1);
});

test('a changed page is built again, a changed test is not, a changed lock file is installed again', async () => {
  checkout = aCheckout();
  const oneRound = async () => {
    const run = checkout.run(start, { PORT: await freePort() });
    await run.said('ready');
    run.kill('SIGTERM');
    await run.ended;
    return `${checkout.npmCalls().length} installs, ${checkout.builds()} builds`;
  };
  expect(await oneRound()).toBe('1 installs, 1 builds');
  checkout.write('app/page.tsx', 'export const changed = true;');
  expect(await oneRound()).toBe('1 installs, 2 builds');
  checkout.write('app/page.test.ts', 'export {};');
  expect(await oneRound()).toBe('1 installs, 2 builds');
  checkout.write('package-lock.json', '{ "lockfileVersion": 3, "name": "changed" }');
  expect(await oneRound()).toBe('2 installs, 3 builds');
});

test('a busy port is told before anything is installed, with the way to another port, and gives 2', async () => {
  checkout = aCheckout();
  const { port, close } = await busyPort();
  const { code, output } = await checkout.run(start, { PORT: port }).ended;
  await close();
  expect(output).toContain(`Port ${port} on 127.0.0.1 is in use by another program. Stop that program or choose another port: PORT=`);
  expect(code).toBe(2);
  expect(checkout.npmCalls()).toEqual([]);
});

test('a missing tool is named before anything is installed, and gives 2', async () => {
  checkout = aCheckout({ without: ['g++'] });
  const { code, output } = await checkout.run(start, { PORT: await freePort() }).ended;
  expect(output).toContain('Missing: g++. The SQLite driver is compiled during installation and needs python3, make, g++');
  expect(code).toBe(2);
  expect(checkout.npmCalls()).toEqual([]);
});

test('an installation stopped half-way is done again by the next start', async () => {
  checkout = aCheckout();
  const PORT = await freePort();
  const first = checkout.run(start, { PORT, NPM_HANGS_IN: 'ci' });
  await first.said('installing dependencies');
  first.kill('SIGTERM');
  expect(await first.ended).toMatchObject({ code: 128 + 15 });
  await checkout.run(start, { PORT }).said('ready');
  expect(checkout.npmCalls().at(-1)).toBe('ci');
});

test('a second start during an installation waits, and installs itself when the first is stopped', async () => {
  checkout = aCheckout();
  const first = checkout.run(start, { PORT: await freePort(), NPM_HANGS_IN: 'ci' });
  await first.said('installing dependencies');
  const second = checkout.run(start, { PORT: await freePort() });
  await second.said('which is installing …');
  first.kill('SIGTERM');
  await second.said('ready');
});

test('an installation that outlives its killed runner still holds the lock', async () => {
  checkout = aCheckout();
  const first = checkout.run(start, { PORT: await freePort(), NPM_HANGS_IN: 'ci' });
  const npm = await checkout.npmPid();
  first.kill('SIGKILL');
  const second = checkout.run(start, { PORT: await freePort() });
  await second.said(`waiting for another run (process ${npm}), which is installing …`);
  process.kill(npm, 'SIGTERM');
  await second.said('ready');
});

test.each([
  ['whose process has ended', JSON.stringify({ doing: 'installing', processes: [{ pid: 4_194_303, start: '1' }] })],
  ['whose pid belongs to someone else now', JSON.stringify({ doing: 'building', processes: [{ pid: process.pid, start: '1' }] })],
  ['that was cut off while it was written', '{"doing":"inst'],
])('a lock %s is taken over', async (_, lock) => {
  checkout = aCheckout();
  checkout.write('.nianbao/run.lock', lock);
  await checkout.run(start, { PORT: await freePort() }).said('ready');
  expect(checkout.read('.nianbao/run.lock')).toBe('');
});

test('a failed installation shows its last lines and names the log, and gives 1', async () => {
  checkout = aCheckout();
  const { code, output } = await checkout.run(start, { PORT: await freePort(), NPM_FAILS_IN: 'ci' }).ended;
  expect(output).toContain('ci went wrong here');
  expect(output).toContain('The step "install" failed (exit 1). Its whole output: .nianbao/logs/install.log');
  expect(code).toBe(1);
});

test('dev serves the sources without a build', async () => {
  checkout = aCheckout();
  const run = checkout.run('exec node scripts/run.mjs dev', { PORT: await freePort() });
  expect(await run.said('ready')).toContain('ready development [--dev]');
  expect(checkout.builds()).toBe(0);
});

test.each(['', 'fly', 'start --now', 'test --empty'])('"%s" is not understood: the usage, and 2', async (args) => {
  checkout = aCheckout();
  const { code, output } = await checkout.run(`exec node scripts/run.mjs ${args}`).ended;
  expect(output).toContain('Usage: node scripts/run.mjs start [--empty]');
  expect(code).toBe(2);
});
