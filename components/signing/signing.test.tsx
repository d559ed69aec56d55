import { describe, expect, it } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import type { ReportToSign } from '@/server/queries/signing';
import { aReportPage, aSignature, aSigning, aSignPage, aStep, sentByOffice, verdictsWithout } from '../testing/a-report-page';
import { shown } from '../testing/shown';
import { Confirmations } from './confirmations';
import { ImpactView } from './impact-view';
import { ReportsToSign } from './reports-to-sign';
import { SignBox } from './sign-box';
import { SigningPanel } from './signing-panel';
import { StepList } from './step-list';
import { TypingNotice } from './typing-notice';

const format = getFormat('2021');

describe('the panel beside the report', () => {
  const panel = (facts: Parameters<typeof aReportPage>[0]) => shown(<SigningPanel page={aReportPage(facts)} format={format} />);

  it('is not there where nobody signs', async () => {
    expect((await panel({})).text).toBe('');
  });

  it('the office sends the report round once nothing but signatures is left', async () => {
    const signing = aSigning({ steps: [aStep({ isNext: true })] });
    const signature = { kind: 'signature', state: 'waiting', step: 'office', name: '办公室审核' } as const;
    const ready = await panel({ signing, obstacles: [signature] });
    expect(ready.the('region', '签发').text).toContain('0/1 已签');
    expect(ready.the('button', '送签').isDisabled).toBe(false);
    const unsettled = await panel({ signing, obstacles: [signature, { kind: 'empty_chapter', key: '1' }] });
    expect(unsettled.the('button', '送签').isDisabled).toBe(true);
  });

  it('who does not finalise cannot send it, and only who sent it takes it back', async () => {
    const steps = [aStep({ isNext: true })];
    const reader = await panel({ signing: aSigning({ steps }), verdicts: verdictsWithout('report.finalise') });
    expect(reader.names('button')).toEqual([]);
    const other = await panel({ signing: aSigning({ steps, sent: sentByOffice }) });
    expect(other.names('button')).toEqual([]);
    expect(other.text).toContain('周岚 · 2027-01-20 09:00 送签');
    const own = await panel({ signing: aSigning({ steps, sent: { ...sentByOffice, isOwn: true } }) });
    expect(own.names('button')).toEqual(['收回送签']);
  });
});

describe('the steps', () => {
  it('a signature that a change voided says what moved and who is to sign again', async () => {
    const steps = [aStep({ state: 'lapsed', isNext: true, signature: aSignature(), moved: ['notes', 'findings'] })];
    const screen = await shown(<StepList signing={aSigning({ steps, sent: sentByOffice })} format={format} />);
    const [line] = screen.all('listitem');
    expect(line?.text).toContain('已失效，待重签');
    expect(line?.text).toContain('签字后有改动：附注和备注');
    expect(line?.text).toContain('核对结果和说明');
    expect(line?.text).toContain('由 陈立 签字');
    expect(line?.text).toContain('轮到这一步');
  });

  it('it is nobody’s turn before the report goes round, and a step whose post nobody holds says where that is mended', async () => {
    const steps = [aStep({ isNext: true, holders: [] })];
    const screen = await shown(<StepList signing={aSigning({ steps })} format={format} />);
    expect(screen.text).not.toContain('轮到这一步');
    expect(screen.text).toContain('没有人有这个岗位，请在“人员”中指定。');
  });

  it('a signature from before an edition that still stands says so, and asks nobody', async () => {
    const steps = [aStep({ state: 'signed', signature: aSignature({ edition: 1, note: '同意' }) })];
    const screen = await shown(<StepList signing={aSigning({ steps, edition: 2, sent: sentByOffice })} format={format} />);
    expect(screen.text).toContain('第 1 版时所签，内容未变，继续有效');
    expect(screen.text).toContain('意见：同意');
    expect(screen.text).not.toContain('由 陈立 签字');
  });
});

describe('the signature', () => {
  const box = (facts: Parameters<typeof aSignPage>[0]) => shown(<SignBox page={aSignPage(facts)} format={format} />);

  it('is offered to whose turn it is, under the step’s name and with the hash of what is shown', async () => {
    const screen = await box({});
    expect(screen.the('button', '签字：办公室审核').isDisabled).toBe(false);
    expect(screen.names('textbox')).toEqual(['意见（可不填）']);
    expect(screen.text).toContain('本页内容校验码 0123456789ab');
  });

  it('waits for what is not settled: each thing with the way there, and no button', async () => {
    const screen = await box({ obstacles: [{ kind: 'empty_chapter', key: '1' }] });
    expect(screen.text).toContain('还有 1 处没有处理完，处理完后才能签字。');
    expect(screen.names('button')).toEqual([]);
    expect(screen.all('link')).toHaveLength(1);
  });

  it('says why it is not this person’s', async () => {
    expect((await box({ verdict: 'other_role' })).text).toContain('现在轮到“办公室审核”，不由您的岗位签字。');
    expect((await box({ verdict: 'signed_another' })).text).toContain('您已签过另一个步骤，“办公室审核”须由他人签字。');
    const notSent = await box({ verdict: 'not_sent' });
    expect(notSent.text).toContain('这份年报还没有送签。');
    expect(notSent.names('button')).toEqual([]);
  });

  it('the own one may be withdrawn while it is for this edition; another’s, a voided one and an earlier edition’s may not', async () => {
    const signed = (facts: Parameters<typeof aSignature>[0], state: 'signed' | 'lapsed' = 'signed') =>
      box({
        verdict: 'all_signed',
        signing: aSigning({ edition: 2, steps: [aStep({ state, signature: aSignature({ isOwn: true, edition: 2, ...facts }) })] }),
      });
    const own = await signed({});
    expect(own.names('button')).toEqual(['撤回签字']);
    expect(own.text).toContain('各步均已签字，可以定稿。');
    expect((await signed({ isOwn: false })).names('button')).toEqual([]);
    expect((await signed({ edition: 1 })).names('button')).toEqual([]);
    expect((await signed({}, 'lapsed')).names('button')).toEqual([]);
  });

  it('whoever signs is told what is confirmed with it: findings nobody explained, lines beside the figures, missing units', async () => {
    const page = aSignPage({
      missing: { count: 1, first: ['区教育局'] },
      confirmations: [
        { rule: 't3-share', severity: 'confirm', message: { zh: '比上年多一倍', en: 'twice last year' }, said: [] },
        {
          rule: 't3-col',
          severity: 'must_fix',
          message: { zh: '少一件', en: 'one is missing' },
          said: [{ text: '复议后撤回', by: '张敏', countersignedBy: '李峰' }],
        },
      ],
    });
    const screen = await shown(<Confirmations page={page} format={format} />);
    const [unit, unexplained, excepted] = screen.all('listitem').map((one) => one.text);
    expect(unit).toBe('区教育局未报齐');
    expect(unexplained).toContain('还没有说明');
    expect(excepted).toContain('复议后撤回（张敏）：李峰 会签');
    expect(excepted).toContain('已放行');
    const nothing = await shown(<Confirmations page={aSignPage()} format={format} />);
    expect(nothing.text).toBe('没有需要说明的核对结果，没有调整，数据齐全。');
  });
});

describe('what waits for whom', () => {
  const going: ReportToSign = {
    unitId: 'district',
    year: 2026,
    scope: 'consolidated',
    organ: '示例区人民政府',
    edition: 2,
    sentBy: '周岚',
    sentAt: '2027-01-20T01:00:00.000Z',
    mine: '领导签发',
    isAgain: false,
    signed: 2,
    of: 3,
    lapsed: 0,
  };

  it('nothing going round is nothing on the page', async () => {
    expect((await shown(<ReportsToSign reports={[]} />)).text).toBe('');
  });

  it('the own turn, a signature to give again and another’s turn are told apart, each way named by its report', async () => {
    const again = { ...going, year: 2025, isAgain: true, lapsed: 1 };
    const others = { ...going, year: 2024, mine: null };
    const screen = await shown(<ReportsToSign reports={[going, again, others]} isPage />);
    const [mine, lapsed, elsewhere] = screen.all('listitem').map((one) => one.text);
    expect(mine).toContain('请您签：领导签发');
    expect(lapsed).toContain('有改动，请重签：领导签发');
    expect(lapsed).toContain('1 个因改动失效');
    expect(elsewhere).toContain('等他人签字');
    expect(screen.text).toContain('2 份年报等您签字');
    expect(screen.names('link').map((name) => name.slice(0, 2))).toEqual(['看全', '看全', '查看']);
    expect(new Set(screen.names('link')).size).toBe(3);
  });

  it('no card stands below a count of none: where all wait for others, the page says so', async () => {
    const screen = await shown(<ReportsToSign reports={[{ ...going, mine: null }]} isPage />);
    expect(screen.all('listitem')).toHaveLength(1);
    expect(screen.text).toContain('年报正在签发，现在不轮到您签');
    expect(screen.text).not.toMatch(/(^|\D)0 份/);
  });
});

describe('what a late change moves', () => {
  it('the text’s writer reads which signatures it voids: only standing ones that answer for texts', async () => {
    const steps = [
      aStep({ at: 0, state: 'signed', signature: aSignature() }),
      aStep({ at: 1, state: 'signed', signature: aSignature({ by: '王芳' }) }),
      aStep({ at: 2 }),
    ];
    const screen = await shown(<TypingNotice page={{ signing: aSigning({ steps }) }} textKey="1" />);
    expect(screen.text).toBe('！ 改动会使 1 个签字失效：法制与保密审查 王芳');
    const none = await shown(<TypingNotice page={{ signing: aSigning({ steps: [aStep({ at: 1 })] }) }} textKey="1" />);
    expect(none.text).toBe('');
  });

  it('a change that moves no report says that it does not', async () => {
    expect((await shown(<ImpactView impacts={[]} />)).text).toBe('不会改变印出的内容，不影响签字。');
  });
});
