import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (code: string) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', './scripts/trust/no-network.mjs', '--input-type=module', '-e', code],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return [status, stderr.trim()];
};
/** An address of the documentation, which nobody has. */
const elsewhere = '192.0.2.1';

it.each([
  [`await fetch('http://${elsewhere}/')`, `connect ${elsewhere}`],
  [`import('node:https').then(({ get }) => get('https://example.org'))`, 'connect example.org'],
  [`import('node:net').then(({ connect }) => connect(80, '${elsewhere}'))`, `connect ${elsewhere}`],
  [`import { promises } from 'node:dns'; await promises.resolve4('example.org')`, 'resolve4 example.org'],
  [`import { lookup } from 'node:dns'; lookup('example.org', () => {})`, 'lookup example.org'],
  [`import { createSocket } from 'node:dgram'; createSocket('udp4').send('x', 514, '${elsewhere}')`, `send ${elsewhere}`],
  [
    `import { Worker } from 'node:worker_threads'; new Worker("fetch('http://${elsewhere}')", { eval: true }).on('exit', (code) => process.exit(code))`,
    `connect ${elsewhere}`,
  ],
])('T50: a program that reaches out is ended: %s', (code, what) => {
  expect(run(code)).toEqual([50, `${what}: this app was to need no network`]);
});

it('T50: one that stays on this machine is left alone', () => {
  const code = `
    import { createServer } from 'node:http';
    const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    for (const host of ['127.0.0.1', 'localhost']) process.exitCode = (await (await fetch('http://' + host + ':' + server.address().port)).text()) === 'here' ? 0 : 1;
    server.close();
    server.closeAllConnections();`;
  expect(run(code)).toEqual([0, '']);
});
