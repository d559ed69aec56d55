import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insertOneTimeLink } from '@/db/store';
import { nowhere } from '@/server/auth/guesses';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import { loadReportPage } from '@/server/queries/report';
import { settleReport } from '../rehearsal/settle-report';
import type { District } from '../testing/a-district';
import { aReportFile } from '../testing/every-status';
import { atOnce, endOf, type TwoStores, twoStores } from '../testing/two-stores';
import { approveFiling } from './filing/approve-filing';
import { openReview } from './filing/open-review';
import { recallFiling } from './filing/recall-filing';
import { returnFiling } from './filing/return-filing';
import { takeBackApproval } from './filing/take-back-approval';
import { unlockFiling } from './filing/unlock-filing';
import { createPerson } from './office/create-person';
import { createUnit } from './office/create-unit';
import { createYear } from './office/create-year';
import { setPassword } from './office/set-password';
import { setUp } from './office/set-up';
import { adoptReport } from './report/adopt-report';
import { finaliseReport } from './report/finalise-report';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const reason = '上级核查发现漏报一件，须补正。';
const rounds = 6;

const keyOf = ({ rootId, year }: District) => ({ unitId: rootId, year, scope: 'consolidated' as const });
const sorted = (codes: readonly string[]) => [...codes].sort();
const oneOf = (codes: readonly string[]) => codes.filter((code) => code === 'ok').length;

describe('two processes on one PostgreSQL', () => {
  let course: TwoStores;
  let secret: string;
  let submitted: { filingId: string; submissionNumber: number; seenHash: string };
  beforeAll(async () => {
    course = await twoStores({ openQuarters: [1, 2, 3, 4] }, async (district) => {
      for (const unit of [0, 1]) for (const quarter of [1, 2, 3, 4] as const) await district.approve({}, { unit, quarter });
      await settleReport(district, keyOf(district), texts, () => reason);
      const link = newOneTimeSecret();
      secret = link.secret;
      await district.store.tx((tx) =>
        insertOneTimeLink(tx, {
          tokenHash: link.tokenHash,
          purpose: 'set_password',
          userId: district.clerk(0).actor.userId,
          expiresAt: new Date(district.admin.now().getTime() + linkLifetimeMs),
          usedAt: null,
        }),
      );
    });
    const [district] = course.districts;
    const filing = await district.filing(1, 4);
    submitted = { filingId: filing.id, submissionNumber: 1, seenHash: '' };
  });
  afterEach(() => course.database.rewind());
  afterAll(() => course.remove());

  const ask = async (sql: string) => (await course.database.ask<{ answer: string }>(sql))[0]?.answer;

  it.each([6, 16])('a password link that comes %i times at once works once', async (times) => {
    const codes = await atOnce(course, times, ({ admin }, index) =>
      setPassword(admin, { secret, password: `Xiangyang#${2026 + index}`, from: nowhere }),
    );
    expect(sorted(codes)).toEqual([...Array.from({ length: times - 1 }, () => 'invalid'), 'ok']);
    expect(await ask(`select count(*) as answer from events where kind = 'person.password_set'`)).toBe('1');
  });

  it.each([
    ['person', ({ admin, rootId }: District) => createPerson(admin, { username: 'Zhao.Liu', name: '赵六', unitId: rootId, role: 'clerk' })],
    ['year', ({ admin, year }: District) => createYear(admin, { year: year + 1 })],
    [
      'unit',
      ({ admin, rootId }: District) =>
        createUnit(admin, { parentId: rootId, name: '示例街道', kind: 'street', powers: [], opensOn: '2026-01-01' }),
    ],
  ])('a %s that is created four times at once is created once, and the others are told so in a sentence', async (_, create) => {
    expect(sorted(await atOnce(course, 4, create))).toEqual(['invalid', 'invalid', 'invalid', 'ok']);
  });

  it('a report is finalised with a quarter, or the quarter is given back: never both, in no order', async () => {
    const undoings = {
      unlock: (district: District, filingId: string) => unlockFiling(district.admin, { filingId, submissionNumber: 1, reason }),
      takeBack: (district: District, filingId: string) => takeBackApproval(district.reviewer, { filingId, submissionNumber: 1, reason }),
    };
    const won = new Set<string>();
    for (let round = 0; round < rounds; round += 1)
      for (const [name, undo] of Object.entries(undoings)) {
        const [one, other] = course.districts;
        const { hash: seenHash } = await loadReportPage(one.store.read, one.admin.actor, keyOf(one), null);
        const { id } = await one.filing(round % 2, 4);
        const finalise = () => endOf(finaliseReport(one.admin, { ...keyOf(one), changeId: one.admin.newId(), seenHash }));
        // Each is first in half of the rounds; which of them wins is for the database to say.
        const acts = [finalise, () => endOf(undo(other, id))];
        const [finalised, undone] =
          round % 2 === 0
            ? await Promise.all(acts.map((act) => act()))
            : (await Promise.all(acts.toReversed().map((act) => act()))).toReversed();
        expect([finalised, undone].filter((code) => code === 'ok')).toEqual(['ok']);
        const held = `select count(*) as answer from editions, jsonb_array_elements((content::jsonb)->'parts') as part
          join filings on filings.id = part->>'filingId' where filings.status <> 'locked'`;
        expect(await ask(held)).toBe('0');
        expect(await ask('select count(*) as answer from editions')).toBe(finalised === 'ok' ? '1' : '0');
        expect(await ask(`select status as answer from filings where id = '${id}'`)).toBe(
          finalised === 'ok' ? 'locked' : name === 'unlock' ? 'returned' : 'in_review',
        );
        won.add(finalised === 'ok' ? 'finalise' : 'undo');
        await course.database.rewind();
      }
    expect(won.size).toBeGreaterThan(0);
  });

  it('a report that is finalised sixteen times at once has one edition for each reason, with numbers in a row', async () => {
    const [one] = course.districts;
    const { hash: seenHash } = await loadReportPage(one.store.read, one.admin.actor, keyOf(one), null);
    const codes = await atOnce(course, 16, ({ admin, ...district }) =>
      finaliseReport(admin, { ...keyOf({ admin, ...district }), changeId: admin.newId(), seenHash }),
    );
    expect(oneOf(codes)).toBe(1);
    expect(await ask('select max(number) as answer from editions')).toBe('1');
  });

  it('a published report is adopted once, however many adopt it', async () => {
    const codes = await atOnce(course, 6, ({ admin, rootId, year }) =>
      adoptReport(admin, {
        ...{ changeId: admin.newId(), unitId: rootId, year: year - 1, file: 'last-year.json', json: aReportFile(year - 1) },
        ...{ reason: '采用上年已公布的年报，供核对期初数。', isSameOrgan: true },
      }),
    );
    expect([oneOf(codes), await ask(`select count(*) as answer from editions where origin = 'imported'`)]).toEqual([1, '1']);
  });

  it('a submission is recalled, returned or approved, and by one of all who decide on it', async () => {
    const [district] = course.districts;
    for (let round = 0; round < rounds; round += 1) {
      await unlockFiling(district.admin, { filingId: submitted.filingId, submissionNumber: 1, reason });
      const { number, hash } = await district.submit(
        { 's3.new_received.natural_person': 1, 's3.granted.natural_person': 1 },
        { unit: 1, quarter: 4 },
      );
      const seen = { filingId: submitted.filingId, submissionNumber: number };
      const remarks = [{ anchor: 's3.granted.natural_person', text: '与台账不符' }];
      const codes = await atOnce(course, 8, ({ clerk, reviewer, secondReviewer }, index) => {
        if (index < 2) return recallFiling(clerk(1), seen);
        if (index < 4) return returnFiling(reviewer, { ...seen, reason: '请核对', remarks });
        if (index < 6) return approveFiling(secondReviewer, { ...seen, seenHash: hash });
        return openReview(reviewer, seen);
      });
      const steps = await course.database.ask<{ kind: string }>(
        `select kind from events where object_id = '${submitted.filingId}' and kind like 'filing.%' order by seq`,
      );
      const since = steps.map(({ kind }) => kind).slice(steps.findLastIndex(({ kind }) => kind === 'filing.submitted') + 1);
      const decisions = since.filter((kind) => kind !== 'filing.review_opened');
      expect({ since, decided: decisions.length }).toEqual({ since, decided: 1 });
      // Who approved may send the approval again and is answered; so may nobody else.
      expect(oneOf(codes.slice(0, 2)) + oneOf(codes.slice(2, 4)) + Math.min(1, oneOf(codes.slice(4, 6)))).toBe(1);
      await course.database.rewind();
    }
  });
});

describe('the first door on PostgreSQL', () => {
  it.each([6, 16])('a first-administrator link that comes %i times at once makes one administrator and one government', async (times) => {
    const link = newOneTimeSecret();
    const course = await twoStores({}, async ({ store, admin }) => {
      await store.tx((tx) =>
        insertOneTimeLink(tx, {
          tokenHash: link.tokenHash,
          purpose: 'first_admin',
          userId: null,
          expiresAt: new Date(admin.now().getTime() + linkLifetimeMs),
          usedAt: null,
        }),
      );
    });
    try {
      // As it stands before anybody is here.
      await course.database.emptyAllBut('one_time_links');
      const codes = await atOnce(course, times, ({ admin }, index) =>
        setUp(admin, {
          secret: link.secret,
          governmentName: '示例区人民政府',
          username: `first${index}`,
          name: '赵六',
          password: 'Xiangyang#2026',
        }),
      );
      expect(oneOf(codes)).toBe(1);
      const [{ people, roots, posts } = { people: '', roots: '', posts: '' }] = await course.database.ask<{
        people: string;
        roots: string;
        posts: string;
      }>(`select (select count(*) from users) as people, (select count(*) from units) as roots, (select count(*) from posts) as posts`);
      expect({ people, roots, posts }).toEqual({ people: '1', roots: '1', posts: '1' });
    } finally {
      await course.remove();
    }
  });
});
