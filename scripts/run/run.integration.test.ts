import { afterEach, expect, test } from 'vitest';
import { freePort } from '../../server/free-port';
import { aCheckout, busyPort } from './testing/checkout';

const start = 'exec node scripts/run.mjs start';
let checkout: ReturnType<typeof aCheckout>;

afterEach(() => checkout.remove());

test('the first start installs, builds and serves; after that only what changed is done again', async () => {
  checkout = aCheckout();
  const oneRound = async () => {
    const run = checkout.run(`${start} --empty`, { PORT: String(await freePort()) });
    expect(await run.said('ready')).toContain('ready production [--empty]');
    run.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0 });
    return `${checkout.npmCalls().length} installs, ${checkout.builds()} builds`;
  };
  expect(await oneRound()).toBe('1 installs, 1 builds');
  expect(await oneRound()).toBe('1 installs, 1 builds');
  checkout.write('app/page.tsx', 'export const changed = true;');
  checkout.write('app/page.test.ts', 'export {};');
  expect(await oneRound()).toBe('1 installs, 2 builds');
  checkout.write('app/page.test.ts', 'export const changed = true;');
  expect(await oneRound()).toBe('1 installs, 2 builds');
  checkout.write('package-lock.json', '{ "lockfileVersion": 3, "name": "changed" }');
  expect(await oneRound()).toBe('2 installs, 3 builds');
});

test('the server that is started is made of the sources that stand there, which its stacks name', async () => {
  checkout = aCheckout();
  const says = async (text: string) => {
    checkout.write(
      'server/main.ts',
      `import { nodeArguments, root } from './programs.mjs';
      async function fail(): Promise<never> {
        throw new Error('${text}');
      }
      console.log([process.cwd() + '/' === root, new URL('./here', import.meta.url).pathname, ...nodeArguments('backup')].join(' '));
      const stack = await fail().catch((error: Error) => error.stack);
      console.log(stack);`,
    );
    return (await checkout.run(start, { PORT: String(await freePort()) }).ended).output;
  };
  const first = await says('one');
  expect(first).toContain('Error: one\n    at fail (server/main.ts:3:15)\n    at server/main.ts:6:27');
  expect(first).toMatch(/^true (\S+)\/server\/here \1\/\.nianbao\/program\/backup\.mjs$/m);
  expect(await says('two')).toContain('Error: two\n');
  checkout.write('server/log/name-sources.ts', "Error.prepareStackTrace = () => 'other';");
  expect(await says('two')).toContain('other\n');
});

test('the server is made again when what a migration borrows has changed, or when a file of it is shorter than it was made', async () => {
  checkout = aCheckout();
  const isMade = async () => {
    const run = checkout.run(start, { PORT: String(await freePort()) });
    const output = await run.said('ready');
    run.kill('SIGTERM');
    await run.ended;
    return output.includes('bundling the server');
  };
  expect([await isMade(), await isMade()]).toEqual([true, false]);
  checkout.write('db/migrations/sqlite/0001_more.sql', 'select 1;');
  expect(await isMade()).toBe(false);
  checkout.write('db/migrations/sqlite/0001_more.lent.ts', 'export {};');
  expect(await isMade()).toBe(true);
  checkout.write('.nianbao/program/server.mjs', '');
  expect([await isMade(), await isMade()]).toEqual([true, false]);
});

test('dev serves the sources without a build', async () => {
  checkout = aCheckout();
  const run = checkout.run('exec node scripts/run.mjs dev', { PORT: String(await freePort()) });
  expect(await run.said('ready')).toContain('ready development [--dev]');
  expect(checkout.builds()).toBe(0);
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

test('a missing tool is named before anything is installed, with what installs it, and gives 2', async () => {
  checkout = aCheckout({ without: ['g++'] });
  const { code, output } = await checkout.run(start, { PORT: String(await freePort()) }).ended;
  expect(output).toContain('Missing: g++. The SQLite driver is compiled during installation and needs python3, make, g++');
  expect(output).toContain('apt-get install -y python3 make g++');
  expect(code).toBe(2);
  expect(checkout.npmCalls()).toEqual([]);
});

test('a failed installation says why and which step it was, and gives 1', async () => {
  checkout = aCheckout();
  const { code, output } = await checkout.run(start, { PORT: String(await freePort()), NPM_FAILS_IN: 'ci' }).ended;
  expect(output).toMatch(/ci went wrong here\nThe step "install" failed \(exit 1\)/);
  expect(code).toBe(1);
});

test('a second start during an installation is told which process is at work; stopped half-way, it is done again by the next', async () => {
  checkout = aCheckout();
  const PORT = String(await freePort());
  const first = checkout.run(start, { PORT, NPM_HANGS_IN: 'ci' });
  await first.said('installing dependencies');
  const { code, output } = await checkout.run(start, { PORT }).ended;
  expect(output).toContain(`Another run (process ${first.pid}) is installing or building in this folder. Wait until it is done`);
  expect(code).toBe(2);
  first.kill('SIGTERM');
  expect(await first.ended).toMatchObject({ code: 128 + 15 });
  await checkout.run(start, { PORT }).said('ready');
  expect(checkout.npmCalls()).toEqual(['ci', 'ci']);
});

test.each([
  ['whose process has ended', '4194303'],
  ['that was cut off while it was written', ''],
])('a lock %s is taken over', async (_, lock) => {
  checkout = aCheckout();
  checkout.write('.nianbao/run.lock', lock);
  await checkout.run(start, { PORT: String(await freePort()) }).said('ready');
  expect(checkout.read('.nianbao/run.lock')).toBe('');
});

test.each(['', 'fly', 'start --now', 'test --empty'])('"%s" is not understood: the usage, and 2', async (args) => {
  checkout = aCheckout();
  const { code, output } = await checkout.run(`exec node scripts/run.mjs ${args}`).ended;
  expect(output).toContain('Usage: node scripts/run.mjs start [--empty]');
  expect(code).toBe(2);
});
