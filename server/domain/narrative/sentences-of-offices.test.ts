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
    ['全镇收到政府信息公开申请999件。', received, ['n-new 999件'], { organ: '示例县青石镇人民政府' }],
    ['县政府办公室及各部门共收到政府信息公开申请999件。', received, ['n-new 999件'], district],
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
    ['发出收费通知5件，收取信息处理费300元。', { 's6.processing_fee': '300', 's6.processing_fee_cases': 4 }, ['n-fee 5件']],
    ['发出收费通知4件，收取信息处理费300元。', { 's6.processing_fee': '300', 's6.processing_fee_cases': 4 }, []],
    ['办结行政许可事项18项。', { 's2.licensing_decisions': 81 }, ['n-doc 18项']],
    ['办结行政许可事项81项。', { 's2.licensing_decisions': 81 }, []],
    ['取消行政许可事项18项，公布行政许可事项120项。', { 's2.licensing_decisions': 81 }, []],
    ['本年度未办理行政处罚事项。', { 's2.penalty_decisions': 4 }, ['n-doc 无']],
    ['本年度未新增行政许可事项。', { 's2.licensing_decisions': 4 }, []],
    ['全年涉及政府信息公开的行政复议12件。', { 's4.review.total': 21 }, ['n-rev 12件']],
    ['全年涉及政府信息公开的行政复议21件。', { 's4.review.total': 21 }, []],
    ['涉及房屋征收的政府信息公开申请12件。', { 's3.new_received.total': 21 }, []],
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
    ['办理不动产登记资料查询90件。', { 's3.new_received.total': 9 }, []],
    ['办理婚姻登记档案查询12件，受理公证业务30件，办结法律援助案件15件。', { 's3.new_received.total': 9 }, []],
    ['收到政府信息公开申请9件。全年办理不动产登记3000件。', { 's3.new_received.total': 9 }, []],
    ['受理各类申请300件。', { 's3.new_received.total': 9 }, []],
    ['全年收到各类依申请公开申请12件。', { 's3.new_received.total': 21 }, ['n-new 12件']],
    ['收到各种政府信息公开申请共12件。', { 's3.new_received.total': 21 }, ['n-new 12件']],
    ['通过各类渠道收到政府信息公开申请12件。', { 's3.new_received.total': 21 }, ['n-new 12件']],
    ['收到政府信息公开申请21件，办结案件共12件。', { 's3.new_received.total': 21, 's3.result_total.total': 21 }, ['n-ans 12件']],
    ['负责人出庭应诉11次。', { 's4.litigation_direct.total': 9 }, []],
    ['代理行政诉讼案件5件，协查行政复议案件3件。', { 's3.new_received.total': 9 }, []],
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
    ['依申请公开120次，行政复议0次，行政诉讼0次。', { 's3.new_received.total': 120, 's4.litigation_direct.total': 5 }, ['n-lit 0次']],
    ['政府信息公开行政诉讼0件。', { 's4.litigation_after_review.total': 5 }, ['n-lit 0件']],
    ['政府信息公开行政诉讼0件。', {}, []],
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

describe('lists', () => {
  it.each<Row>([
    ['印发文件50份，内容涉及主动公开类30份；依申请公开类12份；其他8份。', {}, []],
    ['全年制作政策问答60篇，涉及社保类30篇，医保类12篇，其他8篇。', {}, ['n-parts 60篇']],
    ['全年制作政策问答60篇，涉及社保类30篇，医保类22篇，其他8篇。', {}, []],
    ['组织活动95场，其中专题讲座40场，线上活动28场，线下活动27场。', {}, []],
    ['走访企业90家，涉及职工60人、外来务工12人。', {}, []],
    ['走访企业90家，涉及制造业15家、服务业8家。', {}, []],
    ['编发简报60期，具体为专题类20期、综合类30期、信息类8期。', {}, ['n-parts 60期']],
    ['编发简报60期，具体为专题类20期；综合类30期；信息类8期。', {}, ['n-parts 60期']],
    ['编发简报60期，具体为专题类20期、综合类30期、信息类10期。', {}, []],
    ['编发简报60期，具体构成为专题类20期、综合类30期、信息类8期。', {}, ['n-parts 60期']],
    ['更新栏目60条，类别依次为动态20条、公告30条、公示8条。', {}, ['n-parts 60条']],
    ['具体情况如下：走访企业90家，走访农户12户。', {}, []],
    ['编发信息60条。其中，市级采用61条。', {}, ['n-parts 60条']],
    ['印发文件50份，内容涵盖主动公开类30份；依申请公开类12份；其他28份。', {}, ['n-parts 50份']],
    ['走访企业90家，分别是工业企业60家；服务企业12家；农业企业3家。', {}, ['n-parts 90家']],
    ['走访企业90家，分别是工业企业60家；服务企业27家；农业企业3家。', {}, []],
    ['走访企业90家，分别是工业企业60家；服务企业30家；全年走访农户3家。', {}, []],
    ['走访企业90家，其中工业企业60家；回访农户200家。', {}, []],
    ['走访企业90家，其中工业企业60家；服务企业52家；农业企业9家。', {}, ['n-parts 90家']],
    ['走访企业90家，其中工业企业60家；服务企业3家；农业企业9家，回访农户200家。', {}, []],
    ['办理建议提案20件，其中人大代表建议12件、政协委员提案7件。', {}, ['n-parts 20件']],
    ['办理建议提案20件，其中市人大建议12件、区人大建议3件。', {}, []],
    ['办理建议提案20件，其中省人大建议4件、省政协提案3件。', {}, []],
    ['发布解读材料86篇，涵盖部门解读12篇，图文解读30篇，视频解读44篇。', {}, []],
    ['办理建议提案20件，其中主办12件、会办7件。', {}, ['n-parts 20件']],
    ['发布政策解读30篇，其中文字解读12篇、视频解读3篇。', {}, []],
    ['发布政策解读30篇，其中文字解读12篇、占比40.0%，视频解读3篇、占比10.0%。', {}, []],
    ['编发信息60条。其中，市级采用6条。', {}, []],
    ['主动公开信息100篇，其中动态40篇、统计数据20期、公告40篇。', {}, []],
    ['主动公开信息100条，内容涵盖动态40条、公告30条、其他30条。', {}, []],
    [
      '公开信息39条，包括机构职能13条，其他文件2条，规划计划1条，人事信息1条，公开目录1条，公开年报2条，财政预决算2条，法治建设13条，重大行政决策3条，调查征集和反馈1条。',
      {},
      [],
    ],
    ['全年公开信息100条（其中动态40条（含图文10条）、公告30条、其他30条），培训5场。', {}, []],
    ['发布信息200条，其中部门动态120条（其中图文20条），公告50条，其他30条。', {}, []],
    ['公开信息1000条，其中主动公开政策文件20条、解读15条、财政信息30条。', {}, []],
    ['召开会议10场，其中培训会4场，参训120人次。', {}, []],
    ['编发简报60期，其中信息30期，专报20期，组织培训10场。', {}, []],
    ['发布政策解读30篇，其中文字解读20篇、图解10篇。', {}, []],
    ['办理人大建议12件，其中主办8件、会办4件。', {}, []],
    ['发布信息300余条，其中动态100条、公告100条。', {}, []],
    ['公开信息500条，分别为：动态200条，公告200条，其他100条。', {}, []],
    ['全年共发布1200条信息，通过网站发布700条，微信发布500条。', {}, []],
    ['公开信息 100 条：动态 40 条；公告 30 条；其他 30 条。', {}, []],
    ['政务新媒体发布信息812条，其中微信公众号400条，占49.26%；微博300条，占36.95%；抖音112条，占13.79%。', {}, []],
    ['公开信息100条，内容涵盖动态40条、公告30条、其他20条。', {}, ['n-parts 100条']],
    ['主动公开100条。其中，动态40条、公告30条、其他20条。', {}, ['n-parts 100条']],
    [
      '公开信息39条，包括机构职能18条，其他文件2条，规划计划1条，人事信息1条，公开目录1条，公开年报2条，财政预决算2条，法治建设13条，重大行政决策3条，调查征集和反馈1条。',
      {},
      ['n-parts 39条'],
    ],
    ['发布信息300条，其中动态100条、公告100条、解读150条。', {}, ['n-parts 300条']],
    ['公开信息500条，分别为动态200条、公告200条、其他10条。', {}, ['n-parts 500条']],
    ['全年公开信息100条（动态40条、公告30条、其他40条）。', {}, ['n-parts 100条']],
    ['举办发布会3场、通气会2场，共6场。', {}, ['n-parts 6场']],
    ['发布政策解读30篇，其中文字解读20篇、图解11篇。', {}, ['n-parts 30篇']],
    ['今年新增3个专栏，由2个增加到5个。', {}, []],
    ['发布解读材料24件，图文12件、视频6件、文字5件。', {}, ['n-parts 24件']],
    ['发布图文12件，视频6件，文字5件。', {}, []],
    ['发布政策解读30篇，其中图解45篇。', {}, ['n-parts 30篇']],
    ['公开信息812条，其中网站400条，微信300条，微博12条。', {}, ['n-parts 812条']],
    ['公开信息812条。其中：网站400条；微信300条；微博122条。', {}, ['n-parts 812条']],
    ['公开信息1812条，其中网站400条，微信300条，微博112条。', {}, ['n-parts 1812条']],
    ['编发简报119期，包含市级47期、区级28期和街道40期。', {}, ['n-parts 119期']],
    ['公开信息100条，由动态40条、公告30条、其他20条组成。', {}, ['n-parts 100条']],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));
});

describe('growth and shares', () => {
  it.each<Row>([
    ['全年收到申请120件，比2023年（100件）增长20%。', { 's3.new_received.total': 120 }, []],
    ['收到申请120件，较上年的100件增加20件。', { 's3.new_received.total': 120 }, []],
    ['主动公开信息150条，比2023年（100条）增长50%。', {}, []],
    ['主动公开信息150条，同比增长50%（上年为100条）。', {}, []],
    ['主动公开信息由上年的100条增加到150条，增长50%。', {}, []],
    ['主动公开信息300条，较上年100条增长2倍。', {}, []],
    ['自然人占比86.9%，较上年的83.7%提高3.2个百分点。', {}, []],
    [
      '全区共收到政府信息依申请公开1500件。其中，通过网络申请1304件，占86.93%；通过信函申请172件，占11.47%；通过当面申请24件，占1.60%。',
      {},
      [],
    ],
    ['发布信息812条。其中图文400条，占49.26%，视频412条，占50.74%。', {}, []],
    ['全年收到申请120件，比2023年（100件）增长30%。', { 's3.new_received.total': 120 }, ['n-yoy 增长30%']],
    ['收到申请120件，较上年（100件）下降20%。', { 's3.new_received.total': 120 }, ['n-yoy 下降20%']],
    ['主动公开信息150条，比2023年（100条）增长40%。', {}, ['n-yoy 增长40%']],
    ['主动公开信息150条，同比增长40%（上年为100条）。', {}, ['n-yoy 增长40%']],
    ['主动公开信息150条，同比增加60条（2023年为100条）。', {}, ['n-yoy 增长60条']],
    ['主动公开信息由上年的100条增加到150条，增长60%。', {}, ['n-yoy 增长60%']],
    ['主动公开信息300条，较上年100条增长3倍。', {}, ['n-yoy 增长3倍']],
    ['自然人占比86.9%，较上年的83.7%提高4.2个百分点。', {}, ['n-yoy 增长4.2个百分点']],
    ['收到申请120件，同比增长30%。', { 's3.new_received.total': 120 }, ['n-yoy 增长30%'], { lastYear: { 's3.new_received.total': 100 } }],
    [
      '收到申请120件，比上年（160件）增长20%。',
      { 's3.new_received.total': 120 },
      ['n-yoy 增长20%'],
      { lastYear: { 's3.new_received.total': 100 } },
    ],
    [
      '全区共收到政府信息依申请公开1500件。其中，通过网络申请1304件，占88.92%；通过信函申请196件，占13.08%。',
      {},
      ['n-pct 88.92%', 'n-pct 13.08%'],
    ],
    ['发布信息812条。其中图文400条，占48.26%，视频412条，占50.74%。', {}, ['n-pct 48.26%']],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));
});

describe('a change that needs no number', () => {
  const last = { lastYear: { 's3.new_received.total': 100 } };
  it.each<Row>([
    ['收到申请100件，与上年持平。', { 's3.new_received.total': 100 }, [], last],
    ['收到申请120件，与上年基本持平。', { 's3.new_received.total': 120 }, [], last],
    ['收到申请120件，比上年（60件）翻了一番。', { 's3.new_received.total': 120 }, []],
    ['收到申请120件，与上年持平。', { 's3.new_received.total': 120 }, ['n-yoy 持平'], last],
    ['编发政务简报86期，与2023年度（86期）持平。', {}, []],
    ['编发政务简报86期，与2023年度（88期）持平。', {}, ['n-yoy 持平']],
    ['走访企业205户次，较上年的100户次翻了一番。', {}, []],
    ['走访企业310户次，较上年的100户次翻了一番。', {}, ['n-yoy 翻了一番']],
    ['接听咨询电话300次，同2023年200次相比增加50%。', {}, []],
    ['接听咨询电话300次，同2023年200次相比增加80%。', {}, ['n-yoy 增长80%']],
    ['收到申请120件，比上年（100件）翻了一番。', { 's3.new_received.total': 120 }, ['n-yoy 翻了一番']],
  ])('%s', (text, figures, expected, about) => expect(asked(text, figures, about)).toEqual(expected));
});

describe('text against text, with no table', () => {
  it.each<Row>([
    ['共受理政府信息公开申请83件。在申请方面，全年受理政府信息公开申请38件。', null, ['n-new 38件']],
    ['全年收到政府信息公开申请83件。本年度未收到政府信息公开申请。', null, ['n-new 无']],
    ['因政府信息公开被申请行政复议3件。全年行政复议案件5件。', null, ['n-rev 5件']],
    ['新收政府信息公开申请83件，上年结转4件，答复80件，结转下年度3件。', null, ['n-ans 80件']],
    ['新收政府信息公开申请83件，上年结转4件，答复84件，结转下年度3件。', null, []],
    ['共收到政府信息公开申请87件（含上年结转4件）。新收办理中，受理政府信息公开申请83件。', null, []],
    ['上半年受理政府信息公开申请40件。下半年受理政府信息公开申请43件。', null, []],
  ])('%s', (text, figures, expected) => expect(asked(text, figures)).toEqual(expected));
});

it('a message says what would make it right, and speaks of no table where none was asked', () => {
  const subject = aSubject({
    year: 2024,
    texts: { '1': '公开信息100条，由动态40条、公告30条、其他20条组成。发布信息150条，比2023年（100条）增长40%。' },
  });
  const messages = runChecks(subject)
    .findings.filter(({ rule }) => /n-parts|n-yoy/.test(rule))
    .map(({ message }) => message.zh);
  expect(messages).toEqual([
    '正文“公开信息100条”的各分项相加 40+30+20 = 90，总数写 100条。请把总数 100条 改为 90条，或在分项中补上 10条。',
    '正文“增长40%”重算不符：100→150 = 50%。请改为 增长50%，或核对所依据的数。',
  ]);
});

it('the fee income of table 二 is told in 万元, as the table has it', () => {
  const figures = bookOf(format, { 's2.admin_fees': '75.926' });
  const [finding] = runChecks(aSubject({ year: 2024, figures, texts: { '1': '收取行政事业性收费99万元。' } })).findings.filter(
    ({ rule }) => rule === 'n-doc',
  );
  expect(finding?.message.zh).toContain('为 75.926。请把 99万元 改为 75.926万元；');
});

it('a hostile text is read in time that grows with its length', () => {
  const parts = [
    '未收到未发生无均为0，',
    '其中动态1条、',
    '（其中',
    '其中动态1条；',
    '出庭代理协查',
    '较上年（1件）增长',
    '政府信息公开申请、',
    '与上年（1件）',
    '由1条',
    '全区及各部门',
  ];
  for (const part of parts) {
    const time = (length: number) => {
      const text = part.repeat(Math.ceil(length / part.length));
      const start = process.cpuUsage();
      runChecks(aSubject({ year: 2024, texts: { '1': text } }));
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(2_000);
    // Four times as long a text takes some four times as long, sixteen times where a pattern goes over it again and again. Added up over several
    // turns: the system counts a few milliseconds at a time, so that a single short one may be told as next to nothing.
    let [short, long] = [0, 0];
    for (let turn = 0; turn < 12 && (turn < 2 || long >= 10 * short); turn += 1) {
      short += time(5_000);
      long += time(20_000);
    }
    expect(long / short, part).toBeLessThan(10);
  }
}, 120_000);
