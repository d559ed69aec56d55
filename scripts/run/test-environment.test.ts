import { expect, test } from 'vitest';
import { testEnvironment } from './test-environment.mjs';

test("tests do not see the office's own settings", () => {
  const env = testEnvironment(
    { NIANBAO_DATA: '/srv/nianbao', DATABASE_URL: 'postgres://office', PORT: '80', HOME: '/root' },
    '/usr/bin/chromium',
  );
  expect(env).toMatchObject({ HOME: '/root', NODE_ENV: 'test', PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: '/usr/bin/chromium' });
  expect(Object.keys(env)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(NIANBAO_DATA|DATABASE_URL|PORT)$/)]));
});

test('the loopback never goes through a proxy', () => {
  expect(testEnvironment({ NO_PROXY: 'intranet' }, 'chromium').NO_PROXY).toBe('intranet,localhost,127.0.0.1');
  expect(testEnvironment({}, 'chromium').NO_PROXY).toBe('localhost,127.0.0.1');
});
