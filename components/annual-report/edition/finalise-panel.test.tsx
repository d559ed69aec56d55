import { describe, expect, it } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import type { ReportObstacle } from '@/server/domain/workflow';
import type { ReportPage } from '@/server/queries/report';
import { aReportPage, aSigning, aStep, verdictsWithout } from '../../testing/a-report-page';
import { shown } from '../../testing/shown';
import { VerdictStrip } from '../findings/verdict-strip';
import { MissingUnits } from '../paper/missing-units';
import { FinalisePanel } from './finalise-panel';
import { ObstacleList } from './obstacle-list';

const format = getFormat('2021');
const emptyChapter: ReportObstacle = { kind: 'empty_chapter', key: '1' };
const waiting: ReportObstacle = { kind: 'signature', state: 'waiting', step: 'office', name: '办公室审核' };

describe('the panel of the edition', () => {
  const panel = (facts: Partial<ReportPage>) => shown(<FinalisePanel page={aReportPage(facts)} format={format} onLead={() => {}} />);
  const edition: ReportPage['editions'][number] = {
    number: 1,
    origin: 'assembled',
    hash: 'h',
    finalisedBy: '周岚',
    finalisedAt: '2027-01-22T01:00:00.000Z',
    corrects: null,
    signatures: [],
  };

  it('offers the next edition when nothing is left, and tells what it freezes', async () => {
    const act = (await panel({ editions: [edition] })).the('button', '定稿：生成第 2 版');
    expect(act.isDisabled).toBe(false);
    expect(act.description).toBe('定稿会冻结全文并锁定所依据的季度报送；以后的更正另出新版。');
  });

  it('rests while something is left, says how much, and lists each thing with the way there', async () => {
    const screen = await panel({ obstacles: [emptyChapter, waiting] });
    const act = screen.the('button', '定稿：生成第 1 版');
    expect(act.isDisabled).toBe(true);
    expect(act.description).toBe('上列 2 处处理完后可以定稿。');
    expect(screen.all('link')).toHaveLength(2);
  });

  it('who does not finalise sees what is left and no button, and nothing where nothing is left', async () => {
    const verdicts = verdictsWithout('report.finalise');
    const screen = await panel({ verdicts, obstacles: [emptyChapter] });
    expect(screen.text).toContain('还有 1 处需要处理才能定稿。');
    expect(screen.names('button')).toEqual([]);
    expect((await panel({ verdicts })).text).toBe('');
  });

  it('a report that is as its newest edition says is not finalised again', async () => {
    const screen = await panel({ editions: [edition], untouchedSince: 1 });
    expect(screen.text).toContain('第 1 版已定稿，其后没有改动。');
    expect(screen.names('button')).toEqual([]);
  });
});

describe('what is left', () => {
  const of = { unitId: 'district', year: 2026, scope: 'consolidated' } as const;
  const list = (...obstacles: ReportObstacle[]) =>
    shown(
      <ObstacleList of={of} obstacles={obstacles} format={format} signing={aSigning({ steps: [aStep({ holders: ['陈立', '王芳'] })] })} />,
    );

  it('unknown cells are one line that counts them all and names the first six', async () => {
    const cells = [...format.cells.keys()].slice(0, 8);
    const screen = await list(...cells.map((cell): ReportObstacle => ({ kind: 'not_filled', cell })));
    const [line, second] = screen.all('listitem');
    expect(second).toBeUndefined();
    expect(line?.text).toContain('8 个数据格没有取得数据');
    expect(line?.text).toContain('等 8 格');
    expect(screen.names('link')).toEqual(['去处理：8 个数据格没有取得数据']);
  });

  it('a chapter that is not written leads to where it is written, by a name that says which', async () => {
    const link = (await list(emptyChapter)).all('link')[0];
    expect(link?.name).toMatch(/^去写：/);
    expect(link?.text).toBe('去写');
    expect(link?.href).toContain('district');
  });

  it('a missing signature names who may give it; a voided one says that it is to be given again', async () => {
    const [missing, voided] = (await list(waiting, { ...waiting, state: 'lapsed' })).all('listitem');
    expect(missing?.text).toContain('“办公室审核”还没有签字，由 陈立、王芳 签');
    expect(voided?.text).toContain('“办公室审核”签字后有改动，须重新签字');
  });

  it('a must-fix finding whose exception waits for the second signature says so', async () => {
    const finding = {
      rule: 't3-col',
      severity: 'must_fix',
      cells: [],
      place: null,
      left: 87,
      right: 86,
      difference: 1,
      message: { zh: '少一件', en: 'one is missing' },
      source: '',
      repair: [],
      consequences: [],
      boundTo: 't3',
    } as const;
    const exception = {
      id: 'x',
      kind: 'exception',
      rule: 't3-col',
      boundTo: 't3',
      text: '',
      writtenBy: '张敏',
      countersignedBy: null,
    } as const;
    const asked = await list({ kind: 'must_fix', finding, exception });
    expect(asked.text).toContain('少一件（已申请放行，等待会签）');
    const plain = await list({ kind: 'must_fix', finding, exception: null });
    expect(plain.text).not.toContain('等待会签');
    expect(plain.names('link')).toEqual(['去处理：少一件']);
  });
});

describe('where the report stands', () => {
  const strip = (facts: Partial<ReportPage>) => shown(<VerdictStrip page={aReportPage(facts)} onLead={() => {}} />);
  const unitCount = 2;

  it('counts units that are in, and leads to what is left', async () => {
    const screen = await strip({ unitCount, missing: [{ quarters: [4], count: 1, first: ['区教育局'] }], obstacles: [emptyChapter] });
    expect(screen.the('region', '总的情况').text).toContain('2 个单位中 1 个已齐');
    expect(screen.names('button')).toEqual(['还有 1 处需要处理才能定稿。']);
  });

  it('is ready, or finalised and untouched since, with nowhere to go', async () => {
    const ready = await strip({ unitCount });
    expect(ready.text).toContain('可以定稿：没有未处理的事项。');
    expect(ready.names('button')).toEqual([]);
    expect((await strip({ unitCount, untouchedSince: 3 })).text).toContain('第 3 版已定稿，其后没有改动。');
  });

  it('what could not be checked is said only where there is some', async () => {
    const counts = { must_fix: 0, confirm: 0, hint: 0, passed: 12, not_checkable: 0 };
    expect((await strip({ counts })).text).not.toContain('无法核对');
    expect((await strip({ counts: { ...counts, not_checkable: 3 } })).text).toContain('核对通过 12 项，3 项数据未知无法核对');
  });

  it('units whose figures are missing stand by name, put together by what they lack; none missing, nothing said', async () => {
    const missing: ReportPage['missing'] = [
      { quarters: [3, 4], count: 2, first: ['区教育局', '区民政局'] },
      { quarters: [4], count: 1, first: ['区卫健局'] },
    ];
    const leftOut = ['s2.regulations.in_force'];
    const few = await shown(<MissingUnits page={aReportPage({ missing, leftOut })} />);
    const { text } = few;
    expect(few.names('button')).toEqual([]);
    expect(text).toContain('缺 3 个单位的数据');
    expect(text).toContain('缺三季度、四季度 区教育局、区民政局');
    expect(text).toContain('缺四季度 区卫健局');
    expect(text).toContain('期末数、期初数未齐的留空');
    expect((await shown(<MissingUnits page={aReportPage()} />)).text).toBe('');
  });

  it('of very many the first stand by name, and all of them are a click away', async () => {
    const screen = await shown(
      <MissingUnits page={aReportPage({ missing: [{ quarters: [4], count: 1001, first: ['区教育局', '区民政局'] }] })} />,
    );
    expect(screen.text).toContain('缺四季度 区教育局、区民政局 等 1001 个');
    expect(screen.names('button')).toEqual(['全部 1001 个单位']);
  });
});
