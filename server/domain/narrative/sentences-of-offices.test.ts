import { describe, expect, it } from 'vitest';
import { runChecks } from '../checks';
import { aSubject, bookOf } from '../checks/example-subject';
import { getFormat } from '../formats';
import type { Scope } from '../subject';

const format = getFormat('2021');

interface About {
  organ?: string;
  scope?: Scope;
  lastYear?: Record<string, number | string>;
}

/** `rule stated` of every finding that must be answered, of a report in which all other figures are 0 (or, with null, unknown). */
function asked(
  text: string,
  figures: Record<string, number | string> | null,
  { organ = '示例区教育局', scope = 'own_organ', lastYear }: About = {},
) {
  const zeros = Object.fromEntries([...format.cells.values()].filter(({ table }) => table !== 'internal').map(({ id }) => [id, 0]));
  const book = (known: Record<string, number | string>) => bookOf(format, { ...zeros, ...known });
  const subject = aSubject({
    organ,
    scope,
    year: 2024,
    figures: figures ? book(figures) : new Map(),
    texts: { '1': text, '6': '本年度未收取信息处理费。' },
    lastYear: lastYear ? { organ, scope, year: 2023, figures: book(lastYear), texts: {} } : null,
  });
  return runChecks(subject)
    .findings.filter(({ place, severity }) => place?.text === '1' && severity !== 'hint')
    .map(({ rule, left }) => `${rule} ${left}`);
}

type Row = [text: string, figures: Record<string, number | string> | null, expected: string[], about?: About];

const received = { 's3.new_received.total': 317 };
const street = { organ: '示例区西河街道办事处' };
const district: About = { organ: '示例区人民政府', scope: 'consolidated' };

describe('whose figures they are', () => {
  it.each<Row>([
    ['西河街道办事处收到政府信息公开申请999件。', received, ['n-new 999件'], street],
    ['西河街道收到政府信息公开申请317件。', received, [], street],
    ['街道全年受理政府信息公开申请999件。', received, ['n-new 999件'], street],
    ['南山街道收到政府信息公开申请12件。', received, [], street],
    ['各部门收到政府信息公开申请30件。', received, [], street],
    ['本部门收到政府信息公开申请999件。', received, ['n-new 999件']],
    ['我部门全年受理政府信息公开申请999件。', received, ['n-new 999件']],
    ['区教育局收到政府信息公开申请999件。', received, ['n-new 999件']],
    ['区公安局收到政府信息公开申请30件。', received, []],
    ['县人社局全年受理政府信息公开申请999件。', received, ['n-new 999件'], { organ: '示例县人力资源和社会保障局' }],
    ['青石镇人民政府收到政府信息公开申请999件。', received, ['n-new 999件'], { organ: '示例县青石镇人民政府' }],
    ['我镇收到政府信息公开申请999件。', received, ['n-new 999件'], { organ: '示例县青石镇人民政府' }],
    ['街道收到申请30件。', received, [], district],
    ['全区共收到政府信息公开申请999件。', received, ['n-new 999件'], district],
    ['区级部门收到政府信息公开申请200件，乡镇收到117件。', received, [], district],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));
});

describe('table 二 and the fee in prose', () => {
  it.each<Row>([
    [
      '对规范性文件进行清理，本年度制发6件，废止0件，现行有效2件。',
      { 's2.normative_documents.issued': 5, 's2.normative_documents.in_force': 2 },
      ['n-doc 6件'],
    ],
    [
      '全年办理行政许可747件、行政处罚888件。',
      { 's2.licensing_decisions': 746, 's2.penalty_decisions': 887 },
      ['n-doc 747件', 'n-doc 888件'],
    ],
    ['行政许可746项、行政处罚案件887宗、行政强制0次。', { 's2.licensing_decisions': 746, 's2.penalty_decisions': 887 }, []],
    ['公示行政处罚信息120条，梳理行政许可事项88项。', {}, []],
    ['收取行政事业性收费99万元。', { 's2.admin_fees': '75.926' }, ['n-doc 99万元']],
    ['行政事业性收费共75.93万元。', { 's2.admin_fees': '75.926' }, []],
    ['行政事业性收费759260元。', { 's2.admin_fees': '75.926' }, []],
    ['向市司法局备案规范性文件3件，转发省级规范性文件20件。', {}, []],
    ['参与审查规范性文件12件，起草规范性文件1件。', {}, []],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));
});

describe('applicants, other business, years', () => {
  it.each<Row>([
    ['申请人为自然人的101件。', { 's3.new_received.natural_person': 100 }, ['n-new 101件']],
    ['从申请主体看，自然人100件、科研院所2件。', { 's3.new_received.natural_person': 100 }, ['n-new 2件']],
    ['办理市政府办公室协助调查2件。', {}, []],
    ['协助区司法局答复5件。', {}, []],
    ['今年来，我局认真贯彻落实《条例》。', {}, ['n-period 今年来']],
    ['截止目前，主动公开信息504条。', {}, ['n-period 截止目前']],
    ['2025年，我局将进一步做好公开。', {}, []],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));

  it('a year ahead that is told as done is a hint', () => {
    const subject = aSubject({ year: 2024, texts: { '1': '2025年，我局受理政府信息公开申请120件。' } });
    expect(runChecks(subject).findings.filter(({ rule }) => rule === 'x-year')).toMatchObject([{ severity: 'hint', left: 2025 }]);
  });
});
