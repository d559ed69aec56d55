import { expect, it } from 'vitest';
import { Listeners } from './neighbours';

it('a listener that throws ends nothing: the others hear, and it is told', () => {
  const [failed, heard]: [string[], (string | null)[]] = [[], []];
  const listeners = new Listeners(({ message }) => failed.push(message));
  listeners.add('session.ended', () => {
    throw new Error('a bug');
  });
  listeners.add('session.ended', (about) => heard.push(about));
  listeners.pass({ topic: 'session.ended', about: 'one' });
  listeners.passMissed();
  expect([heard, failed]).toEqual([
    ['one', null],
    ['a bug', 'a bug'],
  ]);
});
