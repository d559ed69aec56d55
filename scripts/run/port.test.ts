import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { portSentence, requireFreePort } from './port.mjs';

test.each(['http', '65536', '-1', '80.5', '0x50', ' 80'])('PORT=%j is refused with the value and an example', async (PORT) => {
  const sentence = `PORT is "${PORT}", but a port is a whole number up to 65535: PORT=3001 npm start`;
  await expect(requireFreePort({ PORT })).rejects.toMatchObject({ message: sentence, exitCode: 2 });
});

test.each([
  ['a busy port', { host: '127.0.0.1', port: 3000, code: 'EADDRINUSE' }, 'Stop that program or choose another port: PORT=3001 npm start'],
  ['a port that needs more rights', { host: '127.0.0.1', port: 80, code: 'EACCES' }, 'PORT=3001 npm start'],
  ['an address of another machine', { host: '192.0.2.1', port: 3000, code: 'EADDRNOTAVAIL' }, 'cannot listen on HOST=192.0.2.1'],
])('%s is named together with the way out', (_, attempt, sentence) => {
  expect(portSentence(attempt)).toContain(sentence);
});

test('a port that somebody has is refused before anything is built; whichever is free is not', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  await expect(requireFreePort({ PORT: String(port) })).rejects.toMatchObject({
    message: expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`),
  });
  await new Promise((resolve) => other.close(resolve));
  await requireFreePort({ PORT: '0', HOST: '127.0.0.1' });
});
