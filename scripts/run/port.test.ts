import { expect, test } from 'vitest';
import { portSentence, readAddress } from './port.mjs';

test('without settings the address is 127.0.0.1:3000', () => {
  expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 3000 });
  expect(readAddress({ PORT: '', HOST: '' })).toEqual({ host: '127.0.0.1', port: 3000 });
});

test('PORT and HOST are taken as given', () => {
  expect(readAddress({ PORT: '8080', HOST: '0.0.0.0' })).toEqual({ host: '0.0.0.0', port: 8080 });
});

test.each(['http', '65536', '-1', '80.5', '0x50', ' 80'])('PORT=%j is refused with the value and an example', (PORT) => {
  expect(() => readAddress({ PORT })).toThrow(`PORT is "${PORT}", but a port is a whole number up to 65535: PORT=3001 npm start`);
});

test('a busy port is named together with the way to another', () => {
  const sentence = portSentence({ host: '127.0.0.1', port: 3000, code: 'EADDRINUSE' });
  expect(sentence).toBe(
    'Port 3000 on 127.0.0.1 is in use by another program. Stop that program or choose another port: PORT=3001 npm start',
  );
});

test('a port that needs more rights is answered with one that does not', () => {
  expect(portSentence({ host: '127.0.0.1', port: 80, code: 'EACCES' })).toContain('PORT=3001 npm start');
});

test('an address of another machine is answered with HOST', () => {
  expect(portSentence({ host: '192.0.2.1', port: 3000, code: 'EADDRNOTAVAIL' })).toContain('cannot listen on HOST=192.0.2.1');
});
