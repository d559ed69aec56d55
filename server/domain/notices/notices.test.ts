import { describe, expect, it } from 'vitest';
import type { EventFacts } from '../audit';
import { actions } from '../permissions';
import { dueStage, isQuiet, kindsOfNotice, nextTry, noticeKinds, noticeLine, sendsUpTo, toldByEvent } from '.';

const anEvent = (named: Partial<EventFacts>): EventFacts =>
  ({
    ...{ kind: 'filing.returned', payload: {}, at: '2026-10-16T02:00:00.000Z', actorId: 'r', actorName: '李四', unitId: 'u' },
    ...{ objectType: 'filing', objectId: 'f', period: '2026Q3', reason: null, requestId: 'q', sessionHash: null, ip: null, ...named },
  }) as EventFacts;

describe('what an event tells', () => {
  it('filing.returned tells the clerks, filing.submitted settles that and what was due', () => {
    expect(toldByEvent(anEvent({}))).toMatchObject({ about: 'filing:f', tells: 'returned' });
    expect(toldByEvent(anEvent({ kind: 'filing.submitted' }))).toMatchObject({
      about: 'filing:f',
      settles: expect.arrayContaining(['returned', 'due', 'overdue']),
    });
  });

  it('practice tells nobody, and nor does what is in no row', () => {
    expect(toldByEvent(anEvent({ period: '2026Q3 练习' }))).toBeNull();
    expect(toldByEvent(anEvent({ kind: 'figure.saved' }))).toBeNull();
  });

  it('a reviewer is led to the review, a clerk to the form', () => {
    const told = toldByEvent(anEvent({ kind: 'comment.written', payload: { id: 'c', anchor: 'text', text: '请核对 12 件' } }));
    expect([told?.path?.('clerk'), told?.path?.('reviewer')]).toEqual(['/filings/f', '/review/f']);
    expect(JSON.stringify(told)).not.toContain('12');
  });
});

describe('what is told', () => {
  it('asks an act that there is, says both languages, and holds nothing of what somebody wrote', () => {
    for (const kind of noticeKinds) {
      expect(Object.keys(actions)).toContain(kindsOfNotice[kind].act);
      const { zh, en } = noticeLine({ kind, unitName: '示例区一局', period: '2026Q3', day: '2026-10-15' });
      expect(zh).toMatch(/^示例区一局 2026 年第三季度：\D*(?:2026-10-15\D*)?$/);
      expect(en).toMatch(/^示例区一局, Q3 2026: \D*(?:2026-10-15\D*)?$/);
    }
  });

  it('of a year names the year', () => {
    expect(noticeLine({ kind: 'report_to_sign', unitName: '示例区', period: '2026', day: null }).zh).toBe('示例区 2026 年：年报待您签字');
  });
});

describe('reminders', () => {
  it.each([
    ['2026-10-07', null],
    ['2026-10-08', 7],
    ['2026-10-11', 7],
    ['2026-10-12', 3],
    ['2026-10-14', 1],
    ['2026-10-15', 1],
    ['2026-10-16', 'overdue'],
  ])('due on 2026-10-15, on %s: %s', (today, stage) => {
    expect(dueStage('2026-10-15', today)).toBe(stage);
  });
});

describe('when it is sent', () => {
  const night = { quietFrom: 20, quietTo: 8 };
  /** In the office's time. */
  const at = (text: string) => new Date(`${text}:00+08:00`);

  it.each([
    ['2026-10-15T19:59', false],
    ['2026-10-15T20:00', true],
    ['2026-10-16T00:00', true],
    ['2026-10-16T07:59', true],
    ['2026-10-16T08:00', false],
  ])('%s in quiet hours from 20 to 8: %s', (moment, quiet) => {
    expect(isQuiet(night, at(moment))).toBe(quiet);
  });

  it('from 12 to 14 is at noon, from 8 to 8 never', () => {
    expect([
      isQuiet({ quietFrom: 12, quietTo: 14 }, at('2026-10-15T13:00')),
      isQuiet({ quietFrom: 8, quietTo: 8 }, at('2026-10-15T08:00')),
    ]).toEqual([true, false]);
  });

  it.each([
    ['at_once', '2026-10-15T09:30', '2026-10-15T09:30'],
    ['at_once', '2026-10-15T23:30', null],
    ['never', '2026-10-15T09:30', null],
    ['daily', '2026-10-15T09:30', '2026-10-15T08:00'],
    ['daily', '2026-10-16T07:00', null],
    ['daily', '2026-10-16T08:00', '2026-10-16T08:00'],
    // 2026-10-12 and 2026-10-19 are Mondays.
    ['weekly', '2026-10-18T19:00', '2026-10-12T08:00'],
    ['weekly', '2026-10-19T08:00', '2026-10-19T08:00'],
  ] as const)('%s, at %s: what was told up to %s', (pace, now, upTo) => {
    expect(sendsUpTo({ pace, ...night }, at(now))).toEqual(upTo === null ? null : at(upTo));
  });

  it('a try that failed is followed by another, ever later, and after the last by none', () => {
    const now = new Date('2026-10-15T00:00:00Z');
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => {
      const next = nextTry(tries, now);
      return next && (next.getTime() - now.getTime()) / 60_000;
    });
    expect(minutes).toEqual([1, 5, 15, 60, 180, 720, 1440, null]);
  });
});
