import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { keepChildren, Stopped } from './children.mjs';

const run = (children: ReturnType<typeof keepChildren>, script: string) => children.run(process.execPath, ['-e', script]);

test('the exit code is passed on', async () => {
  expect(await run(keepChildren(), 'process.exit(7)')).toBe(7);
});

test('a program that is not there gives 127', async () => {
  expect(await keepChildren().run('/nowhere/npm', [])).toBe(127);
});

test('a program that ends in time after a stop gives its own exit code', async () => {
  const children = keepChildren();
  const { ended } = await started(children, 'process.on("SIGTERM", () => process.exit(3))');
  children.stop('SIGTERM');
  expect(await ended).toBe(3);
});

test('a program that does not listen is killed when its time is over', async () => {
  const children = keepChildren({ graceMs: 50 });
  const { ended } = await started(children, 'process.on("SIGTERM", () => {})');
  children.stop('SIGTERM');
  expect(await ended).toBe(128 + 9);
});

test('nothing is started after a stop', async () => {
  const children = keepChildren();
  children.stop('SIGINT');
  await expect(run(children, '')).rejects.toThrow(Stopped);
});

/** A program that has come past its first statement: it tells so by connecting to us, and stays. */
async function started(children: ReturnType<typeof keepChildren>, firstStatement: string) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const ended = run(
    children,
    `${firstStatement}; require("node:net").connect(${port}, "127.0.0.1").on("error", () => {}); setInterval(() => {}, 1000)`,
  );
  await once(server, 'connection');
  server.close();
  return { ended };
}
