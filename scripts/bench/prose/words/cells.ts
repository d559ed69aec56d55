/** How offices call the statutory cells. @source wording of published reports of 2019 to 2025 */
export interface CellWords {
  cell: string;
  /** Before the number. */
  before: readonly string[];
  units: readonly string[];
}

const applications = ['政府信息公开申请', '依申请公开', '政府信息依申请公开申请', '信息公开申请', '依申请公开政府信息申请'];
const received = ['收到', '共收到', '受理', '共受理', '新收', '新收到', '接收', '收到各类'];

export const requestCells: readonly CellWords[] = [
  {
    cell: 's3.new_received.total',
    before: received.flatMap((verb) => applications.map((noun) => verb + noun)),
    units: ['件', '件', '份', '宗', '件次'],
  },
  {
    cell: 's3.carried_in.total',
    before: ['上年结转政府信息公开申请', '上年度结转申请', '上年结转', '上一年度结转政府信息公开申请', '结转上年度政府信息公开申请'],
    units: ['件'],
  },
  {
    cell: 's3.carried_out.total',
    before: ['结转下年度继续办理', '结转下年度继续办理申请', '结转下年度', '结转至下一年度继续办理', '结转下一年度办理的申请'],
    units: ['件'],
  },
];

export const documentCells: readonly CellWords[] = [
  {
    cell: 's2.normative_documents.issued',
    before: ['制发行政规范性文件', '制发规范性文件', '本年制发行政规范性文件', '新制定行政规范性文件', '出台行政规范性文件'],
    units: ['件', '份', '部'],
  },
  {
    cell: 's2.normative_documents.repealed',
    before: ['废止行政规范性文件', '废止规范性文件', '宣布废止行政规范性文件'],
    units: ['件', '份'],
  },
  {
    cell: 's2.normative_documents.in_force',
    before: ['现行有效行政规范性文件', '现行有效规范性文件', '现行有效的行政规范性文件共'],
    units: ['件', '份'],
  },
  {
    cell: 's2.licensing_decisions',
    before: ['办理行政许可', '作出行政许可决定', '作出行政许可', '行政许可处理决定', '办结行政许可事项'],
    units: ['件', '宗', '项'],
  },
  {
    cell: 's2.penalty_decisions',
    before: ['作出行政处罚决定', '办理行政处罚', '实施行政处罚', '行政处罚', '作出行政处罚'],
    units: ['件', '宗', '起'],
  },
  { cell: 's2.coercion_decisions', before: ['实施行政强制', '作出行政强制决定', '办理行政强制', '行政强制'], units: ['件', '次', '起'] },
];

export const disputeCells: readonly CellWords[] = [
  {
    cell: 's4.review.total',
    before: [
      '因政府信息公开引发的行政复议',
      '政府信息公开行政复议案件',
      '涉及政府信息公开的行政复议',
      '政府信息公开类行政复议',
      '因政府信息公开被申请行政复议',
      '发生政府信息公开行政复议',
    ],
    units: ['件', '起', '宗'],
  },
];

export const outcomeCells: readonly CellWords[] = [
  { cell: 's3.granted.total', before: ['予以公开', '予以公开的', '作出予以公开答复'], units: ['件'] },
  { cell: 's3.partially_granted.total', before: ['部分公开', '部分公开的', '予以部分公开'], units: ['件'] },
  { cell: 's3.unable_not_held.total', before: ['本机关不掌握相关政府信息', '本机关不掌握相关政府信息的', '本机关不掌握'], units: ['件'] },
  { cell: 's3.unable_needs_creation.total', before: ['没有现成信息需要另行制作', '没有现成信息需要另行制作的'], units: ['件'] },
  { cell: 's3.refused_repeat.total', before: ['重复申请', '属于重复申请的', '重复申请的'], units: ['件'] },
  { cell: 's3.refused_petition_complaint.total', before: ['信访举报投诉类申请', '属于信访举报投诉类申请的'], units: ['件'] },
  { cell: 's3.denied_third_party_rights.total', before: ['保护第三方合法权益', '因保护第三方合法权益不予公开'], units: ['件'] },
];

export const applicantCells: readonly CellWords[] = [
  {
    cell: 's3.new_received.natural_person',
    before: ['自然人申请', '申请人为自然人的', '自然人提出申请', '自然人提交的申请'],
    units: ['件'],
  },
  { cell: 's3.new_received.commercial_enterprise', before: ['商业企业申请', '申请人为商业企业的', '商业企业提出申请'], units: ['件'] },
  {
    cell: 's3.new_received.legal_service_org',
    before: ['法律服务机构申请', '申请人为法律服务机构的', '法律服务机构提出申请'],
    units: ['件'],
  },
];

export const noneOf: Readonly<Record<string, readonly string[]>> = {
  's3.new_received.total': applications,
  's4.review.total': ['行政复议', '因政府信息公开引起的行政复议', '政府信息公开行政复议案件', '涉及政府信息公开的行政复议'],
  's4.litigation': ['行政诉讼', '因政府信息公开引起的行政诉讼', '政府信息公开行政诉讼案件', '涉及政府信息公开的行政诉讼'],
  's2.normative_documents.issued': ['行政规范性文件', '规范性文件'],
  's2.penalty_decisions': ['行政处罚'],
  's2.coercion_decisions': ['行政强制'],
  's2.licensing_decisions': ['行政许可'],
};
