import { describe, expect, it } from 'vitest';
import { errorFacts, withoutQuotations } from './error-facts';
import { newLog } from './log';
import { takeOverConsole } from './take-over-console';

const secret = 'Secret1Xq';

function aLog() {
  const lines: string[] = [];
  return { lines, log: newLog({ log: null, logLevel: 'debug' }, { write: (line) => void lines.push(line) }) };
}

function jsonError(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    return error as Error;
  }
  throw new Error('that was JSON');
}

describe('of an error the log has', () => {
  const query = Object.assign(new Error(`Failed query: select 1 where "name" = ?\nparams: ${secret}`), {
    query: 'select 1 where "name" = ?',
    params: [secret],
    cause: Object.assign(new Error(`invalid input syntax for type bigint: "${secret}"`), { code: '22P02' }),
  });

  it('its kind, its code, its statement, where in the program, and its cause', () => {
    const facts = errorFacts(query);
    expect(facts).toMatchObject({
      type: 'Error',
      query: 'select 1 where "name" = ?',
      cause: { code: '22P02', says: 'invalid input syntax for type bigint: …' },
    });
    expect(facts.at?.[0]).toMatch(/^at .*server\/log\/log\.test\.ts:\d+:\d+\)?$/);
  });

  it.each([
    ['a query and who wraps it', new Error(query.message, { cause: query })],
    ['JSON that was none', jsonError(`{"password":"${secret}`)],
    ['JSON with marks in it', jsonError(`"a" ${secret} "b"`)],
    ['an address', new Error(`no page at /link/${secret}?to=${secret}`)],
    ['words of several lines, one like a place in the program', new Error(`refused\n    at ${secret} (/srv/${secret}.ts:1:1)`)],
    ['a thing that is no error', { password: secret } as unknown as Error],
  ])('no secret: %s', (_, error) => {
    expect(JSON.stringify(errorFacts(error))).not.toContain(secret);
  });

  it('the words that quote nothing', () => {
    expect(withoutQuotations('UNIQUE constraint failed: users.username')).toBe('UNIQUE constraint failed: users.username');
  });
});

it('an event is one line of JSON in UTC, whatever stands in it', () => {
  const { log, lines } = aLog();
  log.info({ route: 'a\r\n{"level":"error"}\u2028b' }, 'request');
  expect(lines.map((line) => line.trimEnd().split('\n').length)).toEqual([1]);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'request', time: expect.stringMatching(/^20.*Z$/) });
});

it('what others print becomes lines of the log, without what it carries; what a page was told of is not told twice', () => {
  const { log, lines } = aLog();
  const theirs = { ...console };
  takeOverConsole(log, theirs);
  theirs.error(' ⨯', new Error(`Failed query: select 1\nparams: ${secret}`));
  theirs.warn(`[next-auth][warn] "${secret}"\nmore of ${secret}`);
  theirs.error(Object.assign(new Error('told'), { digest: 'fault.ab12cd34ef56' }));
  theirs.log('[next-auth][error][X]', secret, { message: secret });
  expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['error', 'warn', 'info']);
  expect(lines.join('')).not.toContain(secret);
});
