import { describe, expect, it } from 'vitest';
import { isAtThisMachine } from './demonstration-door';

describe('the demonstration’s door', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1', '127.0.0.1:3000', '[::1]', '[::1]:3000'])('opens to Host %s', (host) => {
    expect(isAtThisMachine({ host })).toBe(true);
  });

  it.each([
    'nianbao.example',
    '192.168.1.5:3000',
    'localhost.evil.example',
    'evil.example#localhost',
    '127.0.0.1.nip.io',
    '::1',
    'localhost:abc',
    'LOCALHOST@evil',
    '',
  ])('stays shut to Host %s', (host) => {
    expect(isAtThisMachine({ host })).toBe(false);
  });

  it('stays shut without a Host', () => {
    expect(isAtThisMachine({})).toBe(false);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'])(
    'stays shut when %s says the request came from elsewhere, even empty',
    (header) => {
      for (const value of ['10.0.0.1', '']) expect(isAtThisMachine({ host: 'localhost', [header]: value })).toBe(false);
    },
  );
});
