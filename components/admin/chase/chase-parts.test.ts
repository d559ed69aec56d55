import { describe, expect, it } from 'vitest';
import { atOnce, chaseInParts, justChasedIn } from './chase-parts';
import type { Tellable } from './tellable';

function aUnit(filingId: string): Tellable {
  return {
    ...{ unitName: filingId, filingId, isReturned: false, dueOn: '2026-04-15', daysOverdue: 5 },
    ...{ clerks: [{ name: '张三', telephone: null }], last: null, isJustChased: false },
  };
}
const units = Array.from({ length: atOnce * 2 + 1 }, (_, at) => aUnit(`f${at}`));

/** As a refusal comes over the wire. */
function refused(code: string, details: unknown): Error {
  return Object.assign(new Error('no'), {
    name: 'TRPCClientError',
    data: { refusal: { code, sentence: { zh: '不', en: 'no' }, details } },
  });
}

describe('chasing part by part', () => {
  it('asks for as many as are taken at once, and means again only those of the part', async () => {
    const asked: [number, string[]][] = [];
    const sent = await chaseInParts(units, new Set(['f0', `f${atOnce}`]), async ({ filingIds, again }) => {
      asked.push([filingIds.length, again]);
      return { chased: filingIds.length, notChased: [] };
    });
    expect(asked).toEqual([
      [atOnce, ['f0']],
      [atOnce, [`f${atOnce}`]],
      [1, []],
    ]);
    expect([sent.chased, sent.done.length, sent.failure]).toEqual([units.length, units.length, null]);
  });

  it('what was chased before a part failed is told, and no part after it is asked for', async () => {
    const error = refused('conflict', { filingIds: ['f250'] });
    let calls = 0;
    const sent = await chaseInParts(units, new Set(), async ({ filingIds }) => {
      calls += 1;
      if (filingIds.includes('f250')) throw error;
      return { chased: filingIds.length - 1, notChased: [{ unitName: 'f3', why: 'sent' }] };
    });
    expect([calls, sent.chased, sent.notChased, sent.done.length]).toEqual([2, atOnce - 1, [{ unitName: 'f3', why: 'sent' }], atOnce]);
    expect(justChasedIn(sent.failure?.error)).toEqual(['f250']);
  });

  it('only a conflict says who has just been chased', () => {
    expect(justChasedIn(refused('invalid', { filingIds: ['f1'] }))).toEqual([]);
    expect(justChasedIn(refused('conflict', null))).toEqual([]);
    expect(justChasedIn(new TypeError('no network'))).toEqual([]);
  });
});
