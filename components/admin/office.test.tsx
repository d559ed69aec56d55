import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import type { Role } from '@/server/domain/permissions';
import type { BackupStanding } from '@/server/queries/backups';
import type { BoardCell } from '@/server/queries/board';
import type { OfficePerson } from '@/server/queries/people';
import type { UnitLine } from '@/server/queries/unit-list';
import { shown } from '../testing/shown';
import { BackupsView } from './backups/backups-view';
import { BoardCellLink } from './board/board-cell';
import { MovedBalances } from './closing/moved-balances';
import { officeGroups, officePlaces } from './office-places';
import { peopleActs, rolesToGive } from './people/people-acts';
import { PersonRow } from './people/person-row';
import { OpeningDifferences } from './roll-over/opening-differences';
import { UnitRow } from './units/unit-row';
import { QuarterRow } from './years/quarter-row';

const nothing = () => {};

/** A browser takes a row for one only inside a table. */
function inTable(row: ReactNode) {
  return shown(
    <table>
      <tbody>{row}</tbody>
    </table>,
  );
}

describe('a quarter of a unit on the board', () => {
  const cell: BoardCell = {
    filingId: 'f1',
    status: 'filling',
    missingCells: 3,
    mustFix: 0,
    openRemarks: 0,
    daysOverdue: 0,
    deadline: null,
  };
  const link = async (facts: Partial<BoardCell>) =>
    (await shown(<BoardCellLink cell={{ ...cell, ...facts }} label="区教育局 第二季度" />)).all('link')[0];

  it('is named by unit and quarter, says its status in a word and what it lacks', async () => {
    const one = await link({ mustFix: 2, openRemarks: 1, status: 'returned' });
    expect(one?.name).toMatch(/^区教育局 第二季度/);
    for (const words of ['已退回', '还缺 3 格', '2 处须改', '1 条待答']) expect(one?.text).toContain(words);
  });

  it('what is not begun is not said to lack every cell, but is late all the same', async () => {
    const one = await link({ status: 'not_started', missingCells: 90, daysOverdue: 5 });
    expect(one?.text).toContain('逾期 5 天');
    expect(one?.text).not.toContain('还缺');
  });
});

describe('how backups stand', () => {
  const never: BackupStanding = {
    state: 'none',
    everyMinutes: 15,
    kept: 0,
    newest: null,
    last: null,
    drill: { state: 'none', last: null },
  };
  const newest = { madeAt: '2026-10-15T06:00:00.000Z', ageMinutes: 7, rows: 12_000, head: { seq: 431, hash: 'a'.repeat(64) } };
  const last = { at: '2026-10-15T06:00:00.000Z', ageMinutes: 7, ok: true, seconds: 2.4 };
  const text = async (standing: Partial<BackupStanding>) => (await shown(<BackupsView standing={{ ...never, ...standing }} />)).text;

  it('says how old the newest is and what it holds, and how long the last drill took', async () => {
    const said = await text({ state: 'fine', kept: 138, newest, last, drill: { state: 'fine', last: { ...last, ageMinutes: 3000 } } });
    for (const words of ['正常', '7 分钟前', '2026-10-15 14:00:00', '操作记录到第 431 条', '138 份', '通过', '2 天前', '2.4 秒'])
      expect(said).toContain(words);
  });

  it('what is overdue, failed or was never done is said with what to do', async () => {
    expect(await text({})).toContain('还没有做过');
    expect(await text({ state: 'overdue', newest })).toContain('备份已逾期');
    const failed = await text({
      state: 'failed',
      newest,
      last: { ...last, ok: false },
      drill: { state: 'failed', last: { ...last, ok: false } },
    });
    for (const words of ['上次备份没有做成', 'nianbao db backup', '没有通过', 'nianbao db drill']) expect(failed).toContain(words);
  });
});

describe('a quarter of the year', () => {
  const row = (openedAt: Date | null, tally: { done: number; locked: number; filings: number } | undefined) =>
    inTable(
      <QuarterRow
        quarter={{ year: 2026, quarter: 2, dueOn: '2026-07-15', openedAt }}
        tally={tally && { quarter: 2, open: 0, returned: 0, waiting: 0, inReview: 0, overdue: 0, of: tally.filings, ...tally }}
        today="2026-07-01"
        onDeed={nothing}
        onAnswer={nothing}
      />,
    );
  const opened = new Date('2026-07-01T01:00:00.000Z');

  it('that is not opened can be opened, and nothing else', async () => {
    const screen = await row(null, undefined);
    expect(screen.text).toContain('未开放');
    expect(screen.names('button').slice(1)).toEqual(['开放 2026 年第二季度']);
  });

  it('that is open tells how far it is and can be closed; its day is saved only when it is another', async () => {
    const screen = await row(opened, { done: 2, locked: 0, filings: 5 });
    expect(screen.text).toContain('已通过 2 / 5');
    expect(screen.names('button')).toHaveLength(3);
    expect(screen.the('date', '2026 年第二季度的期限').value).toBe('2026-07-15');
    expect(screen.the('button', '改期限 2026 年第二季度').isDisabled).toBe(true);
  });

  it('is closed once every filing is locked, and then has no act; with none at all it is still open', async () => {
    const closed = await row(opened, { done: 5, locked: 5, filings: 5 });
    expect(closed.text).toContain('已关闭');
    expect(closed.names('button')).toEqual(['改期限 2026 年第二季度']);
    expect((await row(opened, { done: 0, locked: 0, filings: 0 })).text).toContain('已开放');
  });
});

describe('a person', () => {
  const person: OfficePerson = {
    id: 'p',
    username: 'zhangmin',
    name: '张敏',
    isActive: true,
    hasPassword: true,
    passwordSetAt: null,
    heldUntil: null,
    hasIdentity: false,
    telephone: '',
    hasSecondFactor: false,
    posts: [],
    actIn: 'root',
  };
  const row = (facts: Partial<OfficePerson>) =>
    inTable(<PersonRow person={{ ...person, ...facts }} may={peopleActs([{ role: 'admin', unitId: 'root' }])} onAct={nothing} />);

  it('without a post says so; each act is named by whom it is about', async () => {
    const screen = await row({});
    expect(screen.text).toContain('没有岗位');
    expect(screen.names('button')).toEqual(['加岗位 张敏', '新链接 张敏', '电话 张敏', '停用 张敏']);
  });

  it('who is disabled can be brought back, and is not said to lack a password', async () => {
    const screen = await row({ isActive: false, hasPassword: false });
    expect(screen.names('button')).toContain('恢复 张敏');
    expect(screen.text).toContain('已停用');
    expect(screen.text).not.toContain('未设密码');
    expect((await row({ hasPassword: false })).text).toContain('未设密码');
  });

  it('who is held off because of wrong passwords says until when, and can be let in again', async () => {
    const screen = await row({ heldUntil: '2026-11-30T02:05:00.000Z' });
    expect(screen.text).toContain('输错密码，暂缓至 11-30 10:05');
    expect(screen.names('button')).toContain('解除暂缓 张敏');
  });

  it('each post ends by a button of its own that names the post', async () => {
    const post = { id: 'o1', userId: 'p', unitId: 'schools', role: 'clerk', unitName: '区教育局', openWork: [] } as const;
    const screen = await row({ posts: [post, { ...post, id: 'o2', unitId: 'health', unitName: '区卫健局' }] });
    expect(screen.names('button').slice(0, 2)).toEqual(['结束岗位 张敏：区教育局 · 填报员', '结束岗位 张敏：区卫健局 · 填报员']);
  });
});

describe('a unit', () => {
  const unit: UnitLine = {
    id: 'schools',
    name: '区教育局',
    kind: 'department',
    powers: [],
    opensOn: '2020-01-01',
    closesOn: null,
    needsSignOff: false,
    depth: 1,
    within: null,
    successor: null,
    predecessors: { count: 0, first: [] },
  };
  const row = (facts: Partial<UnitLine>) => inTable(<UnitRow unit={{ ...unit, ...facts }} onEdit={nothing} onReopen={nothing} />);

  it('that lives can be edited and opened, not reopened', async () => {
    const screen = await row({});
    expect(screen.names('button')).toEqual(['编辑 区教育局']);
    expect(screen.all('link')[0]?.href).toBe('/office/openings?unit=schools');
  });

  it('that closed says when and who took over, and can be reopened', async () => {
    const screen = await row({ closesOn: '2026-06-30', successor: '区教育体育局' });
    expect(screen.text).toContain('2020-01-01 至 2026-06-30');
    expect(screen.text).toContain('已撤并 由区教育体育局承接');
    expect(screen.names('button')).toContain('撤销撤并 区教育局');
  });

  it('the government has no openings of its own', async () => {
    expect((await row({ kind: 'government' })).names('link')).toEqual([]);
  });
});

describe('balances', () => {
  it('of a closed unit that are not known are said to be, and are no zero', async () => {
    const preview = {
      units: [{ unitId: 'a', name: '区教育局' }],
      successor: '区教育体育局',
      balances: [{ cell: 's3.carried', name: '结转下年度', parts: [null], own: 2, sum: 2 }],
    } as unknown as Parameters<typeof MovedBalances>[0]['preview'];
    const [, row] = (await shown(<MovedBalances preview={preview} />)).all('row');
    expect(row?.text).toBe('结转下年度 未知 2 2');
    expect((await shown(<MovedBalances preview={{ ...preview, balances: [] }} />)).text).toBe('没有大于 0 的期末件数需要转入。');
  });

  it('that differ from what was published are taken for a reason, which is asked for once one is chosen', async () => {
    const differences = [
      { unitId: 'a', name: '区教育局', edition: 1, cells: [{ cell: 'c', name: '结转下年度', ledger: '', published: '3' }] },
    ];
    const view = (published: readonly string[], reason: string, lines = differences) =>
      shown(
        <OpeningDifferences
          plan={
            { from: { year: 2026 }, openings: { differences: { lines, page: 1, pages: 1, of: lines.length } } } as unknown as Parameters<
              typeof OpeningDifferences
            >[0]['plan']
          }
          draft={{
            ...{ isMeant: false, rowVariant: 'other_three', dueOn: [], reason, indicators: [], paragraphs: new Map() },
            published: lines.filter((one) => published.includes(one.unitId)),
          }}
          onChange={nothing}
        />,
      );
    const untouched = await view([], '');
    expect(untouched.the('checkbox', '区教育局：以上年年报（第 1 版）为准').isChecked).toBe(false);
    expect(untouched.names('textbox')).toEqual([]);
    expect(untouched.the('table', '区教育局').text).toContain('结转下年度 — 3');
    const [reason] = (await view(['a'], '  ')).all('textbox');
    expect(reason?.description).toBe('勾选了以年报为准，请写明理由。');
    expect((await view(['a'], '以公布为准')).all('textbox')[0]?.description).toBe('');
    expect((await view([], '', [])).text).toBe('');
  });
});

describe('where 三员 are three people', () => {
  const of = (role: Role) => officePlaces([{ role, unitId: 'root', isDivided: role === 'admin' }]).map(([place]) => place);

  it('each finds the pages of their own acts, and an administrator those that make the report', () => {
    expect(of('system_admin')).toEqual(['units', 'people', 'duties', 'years', 'signing', 'indicators', 'wording', 'messages', 'backups']);
    expect(of('security_admin')).toEqual(['people', 'duties']);
    expect(of('auditor')).toEqual(['duties']);
    expect(of('admin')).toEqual(['duties', 'yearEnd', 'openings', 'ruleNotes', 'phrases', 'announcements']);
    expect(of('reviewer')).toEqual([]);
    expect(officePlaces([{ role: 'admin', unitId: 'root' }])).toHaveLength(13);
  });

  it('every page stands in a group, and those of a group together', () => {
    const groups = officePlaces([{ role: 'admin', unitId: 'root' }]).map(([, , group]) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...officeGroups]);
  });

  it('the page of people offers no post of the three, and accounts and posts to different people', () => {
    const acts = (role: Role) => peopleActs([{ role, unitId: 'root' }]);
    expect([acts('system_admin').accounts, acts('system_admin').duties]).toEqual([true, false]);
    expect([acts('security_admin').accounts, acts('security_admin').duties]).toEqual([false, true]);
    expect(rolesToGive(acts('security_admin'))).toEqual(['clerk', 'head', 'reviewer', 'admin']);
    expect(rolesToGive(acts('admin'))).toEqual(['clerk', 'head', 'reviewer', 'admin', 'auditor']);
  });
});
