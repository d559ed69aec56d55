import { describe, expect, it } from 'vitest';
import { storageTrouble } from './storage-trouble';

const withCode = (code: string, message = 'as the engine says it') => Object.assign(new Error(message), { code });
const wrapped = (cause: Error) => new Error('Failed query: insert into "figures"', { cause: new Error('driver', { cause }) });

describe('trouble with the store', () => {
  it.each(['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'])('%s is that there is no room, however it is wrapped', (code) => {
    expect([storageTrouble(withCode(code)), storageTrouble(wrapped(withCode(code)))]).toEqual(['full', 'full']);
  });

  it.each([
    ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_IOERR_WRITE', 'SQLITE_CANTOPEN', 'SQLITE_READONLY_DBMOVED', 'SQLITE_CORRUPT'],
    ...['08006', '57P01', '57P03', '53300', '55P03', '40P01', '57014', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN'],
  ])('%s is that it does not answer now', (code) => {
    expect([storageTrouble(withCode(code)), storageTrouble(wrapped(withCode(code)))]).toEqual(['unavailable', 'unavailable']);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('so is “%s”, which has no code', (message) => {
    expect(storageTrouble(new Error(message))).toBe('unavailable');
  });

  it('every address that refuses, told as one error, is that too', () => {
    expect(storageTrouble(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('unavailable');
  });

  it('a constraint, a slip in SQL, a bug and another service are not', () => {
    for (const error of [
      ...['SQLITE_CONSTRAINT_UNIQUE', '23505', '42P01', 'SQLITE_ERROR', 'ERR_INVALID_ARG_TYPE'].map((code) => withCode(code)),
      new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }),
      'not an error',
    ])
      expect([error, storageTrouble(error)]).toEqual([error, null]);
  });
});
