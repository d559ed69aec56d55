import type { RowVariant } from './format';

/** The groups of 三、本年度办理结果 that have several rows, with their printed labels. */
export const outcomeGroups = {
  denied: '（三）不予公开',
  unable: '（四）无法提供',
  refused: '（五）不予处理',
  other: '（六）其他处理',
} as const;
export type OutcomeGroup = keyof typeof outcomeGroups;

export interface OutcomeRow {
  key: string;
  group: OutcomeGroup | null;
  label: string;
  definition: string;
  source: string;
}

const foi = '《政府信息公开条例》';
const manual = '《江苏省政府信息公开申请办理答复规范》（国办公开办转发）';

const sharedOutcomes: readonly OutcomeRow[] = [
  {
    key: 'granted',
    group: null,
    label: '（一）予以公开',
    definition: '已提供所申请信息，或告知该信息已主动公开及获取途径的申请。',
    source: `${foi}第三十六条第（一）（二）项`,
  },
  {
    key: 'partially_granted',
    group: null,
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    definition: '同一申请中部分公开、部分不公开的，只在本行计一件。',
    source: `${foi}第三十七条`,
  },
  {
    key: 'denied_state_secret',
    group: 'denied',
    label: '1.属于国家秘密',
    definition: '依法确定为国家秘密的信息。',
    source: `${foi}第十四条`,
  },
  {
    key: 'denied_law_prohibited',
    group: 'denied',
    label: '2.其他法律行政法规禁止公开',
    definition: '其他法律、行政法规禁止公开的信息。',
    source: `${foi}第十四条`,
  },
  {
    key: 'denied_three_security_one_stability',
    group: 'denied',
    label: '3.危及“三安全一稳定”',
    definition: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息。',
    source: `${foi}第十四条`,
  },
  {
    key: 'denied_third_party_rights',
    group: 'denied',
    label: '4.保护第三方合法权益',
    definition: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益的信息。',
    source: `${foi}第十五条、第三十二条`,
  },
  {
    key: 'denied_internal_affairs',
    group: 'denied',
    label: '5.属于三类内部事务信息',
    definition: '人事管理、后勤管理、内部工作流程三类信息。',
    source: `${foi}第十六条`,
  },
  {
    key: 'denied_process_info',
    group: 'denied',
    label: '6.属于四类过程性信息',
    definition: '讨论记录、过程稿、磋商信函、请示报告四类信息。',
    source: `${foi}第十六条`,
  },
  {
    key: 'denied_enforcement_file',
    group: 'denied',
    label: '7.属于行政执法案卷',
    definition: '行政执法案卷信息。',
    source: `${foi}第十六条`,
  },
  {
    key: 'denied_admin_query',
    group: 'denied',
    label: '8.属于行政查询事项',
    definition: '工商、不动产登记资料等有专门查询规定的信息。',
    source: `${foi}第三十六条第（七）项`,
  },
  {
    key: 'unable_not_held',
    group: 'unable',
    label: '1.本机关不掌握相关政府信息',
    definition: '信息不存在，以及不属于本机关负责公开，两种情形都计入本行。',
    source: `${foi}第三十六条第（四）（五）项；${manual}`,
  },
  {
    key: 'unable_needs_creation',
    group: 'unable',
    label: '2.没有现成信息需要另行制作',
    definition: '需要加工、分析、另行制作才能提供的信息。',
    source: `${foi}第三十八条`,
  },
  {
    key: 'unable_unclear_after_correction',
    group: 'unable',
    label: '3.补正后申请内容仍不明确',
    definition: '申请人已补正，内容仍不明确的申请。',
    source: `${foi}第三十条`,
  },
  {
    key: 'refused_petition_complaint',
    group: 'refused',
    label: '1.信访举报投诉类申请',
    definition: '以申请公开的形式进行信访、投诉、举报的。',
    source: `${foi}第三十九条第一款`,
  },
  {
    key: 'refused_repeat',
    group: 'refused',
    label: '2.重复申请',
    definition: '已就同一申请答复，申请人重复提出的。',
    source: `${foi}第三十六条第（六）项`,
  },
  {
    key: 'refused_public_publication',
    group: 'refused',
    label: '3.要求提供公开出版物',
    definition: '要求提供政府公报、报刊、书籍等公开出版物的。',
    source: `${foi}第三十九条第二款`,
  },
  {
    key: 'refused_massive_repeated',
    group: 'refused',
    label: '4.无正当理由大量反复申请',
    definition: '数量、频次明显超过合理范围且理由不合理的。',
    source: `${foi}第三十五条`,
  },
  {
    key: 'refused_confirm_or_reissue',
    group: 'refused',
    label: '5.要求行政机关确认或重新出具已获取信息',
    definition: '要求对已获取的信息进行确认或者重新出具的。',
    source: manual,
  },
];

const otherThree: readonly OutcomeRow[] = [
  {
    key: 'other_no_correction',
    group: 'other',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    definition: '逾期不补正且无正当理由，不再处理的申请。',
    source: `${foi}第三十条`,
  },
  {
    key: 'other_fee_unpaid',
    group: 'other',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    definition: '逾期未缴信息处理费，不再处理的申请。',
    source: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  },
  {
    key: 'other_misc',
    group: 'other',
    label: '3.其他',
    definition: '以上各项之外的处理，主要是申请人主动撤回。',
    source: '国办公开办函〔2021〕30号',
  },
];

const otherSingle: readonly OutcomeRow[] = [
  {
    key: 'other_single',
    group: null,
    label: '（六）其他处理',
    definition: '以上各项之外的处理，含逾期不补正、申请人撤回等。',
    source: '国办公开办函〔2019〕60号',
  },
];

/** The outcome rows in print order: 21 of them with three 其他处理 rows, 19 with one. */
export function outcomeRows(variant: RowVariant): readonly OutcomeRow[] {
  return [...sharedOutcomes, ...(variant === 'other_three' ? otherThree : otherSingle)];
}
