import { describe, expect, it } from 'vitest';
import { runChecks } from '../checks';
import { aSubject } from '../checks/example-subject';
import { type NoteKey, noteKeys } from '../formats';
import { seededRandom } from '../seeded-random';
import { aValidReport } from '../testing/a-valid-report';
import { generateNarrative } from './testing/generate-narrative';

/** As they stand below the tables of published reports, with numbers that are no figure of theirs. */
const explaining: Record<NoteKey, readonly string[]> = {
  t2: [
    '本年制发件数含修订；另有废止件数含自然失效29件。',
    '本年制发规范性文件含修订16件。',
    '行政规范性文件本年制发件数中，修订16件、新制定24件。',
    '本年制发件数包括以政府及政府办公室名义印发的规范性文件5件。',
    '现行有效件数为截至12月31日的数据，不含政府部门规范性文件。',
    '行政许可处理决定数量含受委托实施的3件，行政处罚含简易程序处罚120件。',
    '行政许可有3件由上级机关委托实施。',
    '行政强制含行政强制措施12件、行政强制执行3件。',
    '收费金额按入库日期统计，含上年结转收入12.5万元，为不动产登记费等5项。',
  ],
  t3: [
    '申请以受理日期统计，由政府办公室统一登记后转各单位办理的只计一次。',
    '本年新收含撤回后重新提出的2件。',
    '其中，3件申请经补正后视为放弃。',
    '3件申请为重复提交。',
    '同一申请人同日提交的6件申请按6件统计。',
    '不予处理中，2件为信访举报类申请；其他处理中4件为申请人主动撤回。',
    '法人或其他组织申请含律师事务所代理的5件。',
    '本表不含2022年结转的1件。',
  ],
  t4: [
    '复议以结案日期统计，共同被告案件只由作出原行政行为的机关统计。',
    '行政复议结果维持含上年收案3件。',
    '行政诉讼含一审4件、二审2件。',
    '复议后起诉的案件中，12件为上年收案。',
  ],
};

const reports = [7, 11, 23].map((seed) => aValidReport(seed));
const foundIn = (key: NoteKey, note: string, { format, content }: (typeof reports)[number]) =>
  runChecks(aSubject({ ...content, format, year: 2023, texts: {}, notes: { [key]: note } })).findings.filter(
    ({ place }) => place?.text === key,
  );

describe('a note below a table', () => {
  it.each(Object.entries(explaining).flatMap(([key, notes]) => notes.map((note) => [key as NoteKey, note] as const)))(
    'under %s that explains a figure contradicts none: %s',
    (key, note) => {
      for (const report of reports) expect(foundIn(key, note, report).map(({ rule, message }) => [rule, message.zh])).toEqual([]);
    },
  );

  it('of true prose is true, whichever table it stands under', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const report = aValidReport(seed);
      const prose = generateNarrative(report, seededRandom(seed)).texts['1'] ?? '';
      for (const key of noteKeys) expect(foundIn(key, prose, report).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    }
  });

  it.each([
    ['t2', '作出行政许可处理决定987654件，含受委托实施的3件。', 'n-doc'],
    ['t3', '新收政府信息公开申请987654件。', 'n-new'],
    ['t3', '经系统统计，本年新收政府信息公开申请987654件。', 'n-new'],
    ['t3', '按受理日期统计，本年新收政府信息公开申请987654件。', 'n-new'],
    ['t3', '本年按照有关规定新收政府信息公开申请987654件。', 'n-new'],
    ['t3', '上年结转987654件均已在本年办结。', 'n-in'],
    ['t4', '行政复议987654件，共同被告案件只统计一次。', 'n-rev'],
  ] as const)('under %s that states another figure than the table is found: %s', (key, note, rule) => {
    for (const report of reports) expect(foundIn(key, note, report).map((one) => one.rule)).toEqual([rule]);
  });
});
