import { expect, test } from 'vitest';
import { requireFreePort } from './port.mjs';
import { busyPort, freePort } from './testing/checkout';

test('a free port passes', async () => {
  await expect(requireFreePort({ host: '127.0.0.1', port: Number(await freePort()) })).resolves.toBeUndefined();
});

test('a port whose server is just leaving passes after a moment', async () => {
  const { port, close } = await busyPort();
  const answer = requireFreePort({ host: '127.0.0.1', port: Number(port) });
  await close();
  await expect(answer).resolves.toBeUndefined();
});

test('a port that stays busy is a problem for the person, with the exit code 2', async () => {
  const { port, close } = await busyPort();
  await expect(requireFreePort({ host: '127.0.0.1', port: Number(port) }, 0)).rejects.toMatchObject({ exitCode: 2 });
  await close();
});
