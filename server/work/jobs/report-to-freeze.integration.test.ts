import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { latestEditionOf, updatePerson } from '@/db/store';
import { type FreshStore, freshSqliteStore, sqliteFile } from '@/db/testing/fresh-store';
import type { CommandContext } from '@/server/commands/command';
import { finaliseReport } from '@/server/commands/report/finalise-report';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { Refused } from '@/server/errors';
import { loadReportPage } from '@/server/queries/report';
import { settleReport } from '@/server/rehearsal/settle-report';
import { type District, districtIn, type FoundedDistrict, foundDistrict } from '@/server/testing/a-district';
import { kindsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import type { Work } from '../index';
import { openWorkRoom, type WorkRoom } from '../work-room';
import type { InputOf, JobName, OutputOf } from '.';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const reason = () => '该单位本年度机构调整，未能报送，已书面说明。';

describe('finalising, assembled in the worker room', () => {
  let mould: { contents: Uint8Array; made: FoundedDistrict };
  let room: WorkRoom;
  beforeAll(async () => {
    mould = await sqliteFile(async (store) => {
      const founded = await foundDistrict(store, { openQuarters: [1, 2, 3, 4] });
      const district = districtIn(store, founded);
      for (const unit of [0, 1])
        for (const quarter of [1, 2, 3, 4] as const) await district.approve({ 's3.granted.natural_person': unit + 1 }, { unit, quarter });
      await settleReport(district, keyOf(district), texts, reason);
      return founded;
    });
    room = openWorkRoom({ threads: 2 });
  });
  afterAll(() => room.close());

  let fresh: FreshStore;
  let district: District;
  beforeEach(async () => {
    ({ fresh, district } = await open());
    return () => fresh.remove();
  });
  async function open() {
    const opened = await freshSqliteStore(mould.contents);
    return { fresh: opened, district: districtIn(opened.store, mould.made) };
  }
  const keyOf = ({ rootId, year }: District) => ({ unitId: rootId, year, scope: 'consolidated' as const });
  const seen = async (of: District) => (await loadReportPage(of.store.read, of.admin.actor, keyOf(of), null)).hash;
  const editionOf = (of: District) => latestEditionOf(of.store.read, of.rootId, of.year, 'consolidated');

  /** An administrator whose work is done in a thread; what comes of it may be looked at, or something done meanwhile. */
  function inTheRoom(
    { admin }: District,
    after: (made: OutputOf<'report-to-freeze'>) => Promise<unknown> | unknown = () => {},
  ): CommandContext {
    const there = room.of(admin.actor.userId, { dataFolder: dirname(fresh.file), databaseUrl: null });
    const work: Work = {
      async do<N extends JobName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
        const made = await there.do(name, input);
        await after(made as OutputOf<'report-to-freeze'>);
        return made;
      },
    };
    return { ...admin, work };
  }
  const finalise = async (context: CommandContext, of = district) =>
    finaliseReport(context, { ...keyOf(of), changeId: 'first', seenHash: await seen(of) });

  it('freezes the same bytes as here, and leaves the same in the log', async () => {
    const other = await open();
    const here = await kindsOf(other.fresh.store, () => finalise(other.district.admin, other.district));
    const there = await kindsOf(fresh.store, () => finalise(inTheRoom(district)));
    expect(there).toEqual(here);
    const [one, same] = [await editionOf(district), await editionOf(other.district)];
    expect([one?.number, one?.content, one?.hash]).toEqual([same?.number, same?.content, same?.hash]);
    await other.fresh.remove();
  });

  it('is what the room made, where the transaction reads what the room read', async () => {
    await finalise(
      inTheRoom(district, ({ frozen }) => {
        if (frozen?.edition) frozen.edition.content = frozen.edition.content.replace('问题与改进', '在工作间写成');
      }),
    );
    expect((await editionOf(district))?.content).toContain('在工作间写成');
  });

  it('is made anew of what stands now, where anything that was read has changed: a name that no hash of the report knows', async () => {
    const { userId } = district.reviewer.actor;
    await finalise(inTheRoom(district, () => fresh.store.tx((tx) => updatePerson(tx, userId, { name: '新名' }))));
    expect((await editionOf(district))?.content).toContain('新名');
  });

  it('is refused as ever when the report changed meanwhile, or the room has no place', async () => {
    const writes = () => saveReportText(district.admin, { ...keyOf(district), key: '6', text: '另有一事。', baseVersion: 1 });
    await expectRefused(finalise(inTheRoom(district, writes)), 'conflict');
    const full: Work = { do: () => Promise.reject(new Refused('too_many', { zh: '现在没有位置。', en: 'There is no place.' })) };
    const kinds = await kindsOf(fresh.store, () => expectRefused(finalise({ ...district.admin, work: full }), 'too_many'));
    expect([kinds, await editionOf(district)]).toEqual([['refused'], null]);
  });

  it('is not even begun for whoever may not finalise', async () => {
    const never: Work = { do: () => Promise.reject(new Error('nothing is to be made')) };
    await expectRefused(finalise({ ...district.auditor, work: never }), 'forbidden');
  });
});
