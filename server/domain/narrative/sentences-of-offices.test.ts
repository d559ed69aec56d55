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

describe('none is a number', () => {
  it.each<Row>([
    ['本年度未收到政府信息公开申请。', { 's3.new_received.total': 120 }, ['n-new 无']],
    [
      '全年未发生因政府信息公开引发的行政复议、行政诉讼。',
      { 's4.review.total': 12, 's4.litigation_direct.total': 5 },
      ['n-rev 无', 'n-lit 无'],
    ],
    ['全年没有收到依申请公开。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['2024年，我局未接到公民、法人和其他组织提出的政府信息公开申请。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['本年度无依申请公开件。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['收到和答复政府信息公开申请均为0件。', { 's3.new_received.total': 120, 's3.result_total.total': 120 }, ['n-new 无', 'n-ans 无']],
    ['收到政府信息公开申请数量为零。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['行政复议、行政诉讼案件均为0。', { 's4.review.total': 12, 's4.litigation_direct.total': 5 }, ['n-rev 无', 'n-lit 无']],
    ['行政复议、行政诉讼均无。', { 's4.review.total': 12, 's4.litigation_direct.total': 5 }, ['n-rev 无', 'n-lit 无']],
    ['未出现被申请行政复议和提起行政诉讼的情况。', { 's4.review.total': 12, 's4.litigation_direct.total': 5 }, ['n-rev 无', 'n-lit 无']],
    [
      '没有因政府信息公开申请行政复议、提起行政诉讼的情况。',
      { 's4.review.total': 12, 's4.litigation_direct.total': 5 },
      ['n-rev 无', 'n-lit 无'],
    ],
    ['无行政复议及行政诉讼案件。', { 's4.review.total': 12, 's4.litigation_direct.total': 5 }, ['n-rev 无', 'n-lit 无']],
    [
      '本年度未制发规范性文件，未废止规范性文件。',
      { 's2.normative_documents.issued': 3, 's2.normative_documents.repealed': 3 },
      ['n-doc 无', 'n-doc 无'],
    ],
    ['本年度未制定规章和行政规范性文件。', { 's2.normative_documents.issued': 3 }, ['n-doc 无']],
    ['规范性文件制发数量为0。', { 's2.normative_documents.issued': 3 }, ['n-doc 0']],
    ['未作出行政许可、行政处罚和行政强制决定。', { 's2.licensing_decisions': 3, 's2.penalty_decisions': 2 }, ['n-doc 无', 'n-doc 无']],
    ['行政许可、行政处罚、行政强制均为0件。', { 's2.licensing_decisions': 3, 's2.penalty_decisions': 2 }, ['n-doc 无', 'n-doc 无']],
    ['不涉及行政许可、行政强制。', { 's2.licensing_decisions': 3 }, ['n-doc 无']],
    ['未收取行政事业性收费。', { 's2.admin_fees': '7.5' }, ['n-doc 无']],
    ['无行政事业性收费。', { 's2.admin_fees': '7.5' }, ['n-doc 无']],
    ['未收取信息处理费。', { 's6.processing_fee': '420' }, ['n-fee 无']],
    ['依申请公开未收取任何费用。', { 's6.processing_fee': '420' }, ['n-fee 无']],
    ['信息处理费为零。', { 's6.processing_fee': '420' }, ['n-fee 无']],
    ['无上年结转申请，无结转下年度继续办理的申请。', { 's3.carried_in.total': 3, 's3.carried_out.total': 4 }, ['n-in 无', 'n-out 无']],
    ['没有结转下年度的申请。', { 's3.carried_out.total': 4 }, ['n-out 无']],
    ['上年结转政府信息公开申请：无。', { 's3.carried_in.total': 3 }, ['n-in 无']],
    ['无不予公开、无法提供情形。', { 's3.denied_state_secret.total': 3, 's3.unable_not_held.total': 2 }, ['n-grp 无', 'n-grp 无']],
    ['未作出不予公开决定。', { 's3.denied_state_secret.total': 3 }, ['n-grp 无']],
    ['收到政府信息公开申请120件，无不予处理件。', { 's3.new_received.total': 120, 's3.refused_repeat.total': 3 }, ['n-grp 无']],
    ['未收到自然人申请。', { 's3.new_received.natural_person': 3 }, ['n-new 无']],
    ['我街道未产生行政复议或行政诉讼。', { 's4.review.total': 12 }, ['n-rev 无'], street],
    [
      '零申请、零复议、零诉讼。',
      { 's3.new_received.total': 120, 's4.review.total': 12, 's4.litigation_direct.total': 5 },
      ['n-new 无', 'n-rev 无', 'n-lit 无'],
    ],
    ['未发生行政复议案件，行政诉讼2件。', { 's4.review.total': 12, 's4.litigation_direct.total': 2 }, ['n-rev 无']],
    ['行政复议案件没有发生，诉讼案件没有发生。', { 's4.review.total': 12, 's4.litigation_direct.total': 2 }, ['n-rev 无', 'n-lit 无']],
    ['截至年底，尚未审结的复议案件为0。', { 's4.review.pending': 2 }, ['n-rev 0']],
    ['本单位2024年度没有收到书面申请公开政府信息。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['无人向我局申请公开政府信息。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['全年没有公民申请公开政府信息。', { 's3.new_received.total': 120, 's3.new_received.natural_person': 120 }, ['n-new 无']],
    [
      '未收到政府信息公开申请，未收取费用，未被提起行政复议和行政诉讼。',
      { 's3.new_received.total': 120, 's4.review.total': 12, 's4.litigation_direct.total': 5, 's6.processing_fee': '420' },
      ['n-new 无', 'n-rev 无', 'n-lit 无', 'n-fee 无'],
    ],
    [
      '本年度我局依申请公开、行政复议、行政诉讼数量均为0。',
      { 's3.new_received.total': 120, 's4.review.total': 12, 's4.litigation_direct.total': 5 },
      ['n-new 无', 'n-rev 无', 'n-lit 无'],
    ],
    ['未有公民、法人或其他组织申请政府信息公开。', { 's3.new_received.total': 120 }, ['n-new 无']],
    ['未收到政府信息公开申请。', {}, []],
    ['未发生逾期答复政府信息公开申请的情况。', { 's3.new_received.total': 120, 's3.result_total.total': 120 }, []],
    ['未收到投诉举报和意见建议。', { 's3.new_received.total': 120 }, []],
    ['无一件申请超期答复。', { 's3.new_received.total': 120, 's3.result_total.total': 120 }, []],
    ['未收到人大建议和政协提案。', { 's3.new_received.total': 120 }, []],
    ['第四季度未收到政府信息公开申请。', { 's3.new_received.total': 120 }, []],
    ['未收到当面申请。', { 's3.new_received.total': 120 }, []],
    ['无行政许可事项。', { 's2.licensing_decisions': 3 }, []],
    ['无法提供2件，未按要求补正1件。', { 's3.unable_not_held.total': 2, 's3.other_no_correction.total': 1 }, []],
    ['未经复议直接起诉2件。', { 's4.litigation_direct.total': 2 }, []],
    ['未发生因政府信息公开答复被行政复议纠错或行政诉讼败诉的情况。', { 's4.review.total': 12, 's4.litigation_direct.total': 5 }, []],
    ['未发生失泄密事件，未因政府信息公开工作被追责。', { 's3.new_received.total': 120 }, []],
    ['各科室未单独受理政府信息公开申请。', { 's3.new_received.total': 120 }, []],
    ['尚未建立依申请公开台账，未形成申请办理长效机制。', { 's3.new_received.total': 120, 's3.result_total.total': 120 }, []],
    ['部分单位对依申请公开工作重视不够，没有指定专人办理申请。', { 's3.new_received.total': 120, 's3.result_total.total': 120 }, []],
    ['没有严格按照条例规定答复申请人。', { 's3.new_received.total': 120, 's3.result_total.total': 120 }, []],
    ['部分信息没有及时公开，规范性文件发布不及时。', { 's2.normative_documents.issued': 3, 's2.normative_documents.in_force': 3 }, []],
    ['个别单位未制定公开制度。', { 's2.normative_documents.issued': 3 }, []],
    ['申请人对答复无异议，无复议诉讼。', {}, []],
    ['不存在的信息2件。', {}, []],
    ['未收到区级部门转办的申请。', { 's3.new_received.total': 120 }, []],
    ['对没有现成信息的申请，一次性告知。', { 's3.new_received.total': 120 }, []],
    ['对无正当理由大量反复申请的，依法处理。', { 's3.new_received.total': 120 }, []],
    ['对未办结的申请，加强督办。', { 's3.new_received.total': 120, 's3.carried_out.total': 3 }, []],
    ['做到答复不超期、零复议、零诉讼。', {}, []],
    ['针对复议诉讼风险，未雨绸缪。', { 's4.review.total': 12 }, []],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));
});
