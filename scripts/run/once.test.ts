import { expect, it } from 'vitest';
import { asProblem } from './once.mjs';
import { Problem } from './say.mjs';

it('a folder that may not be written, or has no room, is told with what to do; a bug stays one', () => {
  const refused = asProblem(
    Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/srv/nianbao/.nianbao/run.lock' }),
  );
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).message).toMatch(/^\/srv\/nianbao\/\.nianbao\/run\.lock cannot be written \(EACCES\)\..*chown/);
  const bug = new TypeError('no function');
  expect(asProblem(bug)).toBe(bug);
});
