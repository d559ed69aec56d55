/**
 * What a statement may mean, in sums of cells. Every reading here has been met in a published report; a number is wrong
 * only when none of them fits.
 *
 * A term names a row or group of table 三 (its column is put in: 总计 unless the sentence names an applicant) or, with a
 * dot, a cell as it is. A minus in front subtracts. Terms the format does not have make the reading fall away.
 */
export interface Reading {
  zh: string;
  en: string;
  sum: readonly string[];
  /** Some say it so and are right; who is wrong is told to write the plain reading. */
  isLoose?: true;
}

const newRequests: Reading = { zh: '本年新收', en: 'received in the year', sum: ['new_received'] };
const allRequests: Reading = { zh: '本年新收+上年结转', en: 'received + carried in', sum: ['new_received', 'carried_in'] };
const answered: Reading = { zh: '（七）总计', en: 'answered in the year', sum: ['result_total'] };
const carriedIn: Reading = { zh: '上年结转', en: 'carried in', sum: ['carried_in'] };
const carriedOut: Reading = { zh: '结转下年度', en: 'carried out', sum: ['carried_out'] };

/** 受理, 收到, 答复, 结转 and the bare 申请. */
export const measureReadings: Readonly<Record<string, readonly Reading[]>> = {
  received_new: [newRequests],
  /** 受理 and 共收到 are mostly the new ones; 收到, 收办 and 共接收 are also said of new + carried in. */
  received: [newRequests, allRequests],
  /** 办理: the answered ones, or all that were worked on. */
  handled: [answered, newRequests, allRequests],
  answered: [
    answered,
    /** 撤回 and the like end a request without an answer. */
    { zh: '（七）总计−（六）其他处理', en: 'answered without 其他处理', sum: ['result_total', '-other'], isLoose: true },
    /** Of this year's requests only. */
    { zh: '本年新收−结转下年度', en: "this year's requests answered", sum: ['new_received', '-carried_out'], isLoose: true },
  ],
  carried_in: [carriedIn],
  carried_out: [carriedOut],
  /** 结转 without a direction. */
  carried: [carriedIn, carriedOut],
  request: [newRequests, allRequests, answered],
};

/** Columns of table 三 named in a sentence; 法人或其他组织 is five of them. */
export const applicantColumnsOf: Readonly<Record<string, readonly string[]>> = {
  natural_person: ['natural_person'],
  organisations: ['commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'],
  commercial_enterprise: ['commercial_enterprise'],
  research_institution: ['research_institution'],
  public_welfare_org: ['public_welfare_org'],
  legal_service_org: ['legal_service_org'],
  other_org: ['other_org'],
};
/** 自然人71件 counts new ones, new and carried ones, or answered ones; the sentence rarely says which. */
export const applicantReadings: readonly Reading[] = [newRequests, allRequests, answered];

/** Blocks of table 四. 诉讼 is both kinds, or the only kind there was; 复议 and 诉讼 named together are one sum. */
export const disputeBlocksOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  review: [['review']],
  litigation: [['litigation_direct', 'litigation_after_review'], ['litigation_direct'], ['litigation_after_review']],
  litigation_direct: [['litigation_direct']],
  litigation_after_review: [['litigation_after_review']],
  disputes: [['review', 'litigation_direct', 'litigation_after_review']],
};
/** Cells of a block: which sums of them a word may mean. */
export const resultReadings: Readonly<Record<string, readonly { zh: string; en: string; of: readonly string[]; isLoose?: true }[]>> = {
  /** The bare number of cases. 备案复议 counts concluded ones. */
  cases: [
    { zh: '总计', en: 'total', of: ['total'] },
    { zh: '总计−尚未审结', en: 'concluded', of: ['total', '-pending'], isLoose: true },
    { zh: '本期新收', en: 'new cases', of: ['new_cases'], isLoose: true },
  ],
  concluded: [
    { zh: '总计−尚未审结', en: 'concluded', of: ['total', '-pending'] },
    { zh: '总计', en: 'total', of: ['total'], isLoose: true },
  ],
  upheld: [{ zh: '结果维持', en: 'upheld', of: ['upheld'] }],
  corrected: [{ zh: '结果纠正', en: 'corrected', of: ['corrected'] }],
  other_result: [{ zh: '其他结果', en: 'other result', of: ['other'] }],
  pending: [{ zh: '尚未审结', en: 'pending', of: ['pending'] }],
  /** 驳回 is 维持 on the merits and 其他结果 on procedure. */
  dismissed: [
    { zh: '结果维持', en: 'upheld', of: ['upheld'] },
    { zh: '其他结果', en: 'other result', of: ['other'] },
    { zh: '结果维持+其他结果', en: 'upheld + other result', of: ['upheld', 'other'] },
  ],
};

/** 规章 and 规范性文件: the cell names of both formats; those the format lacks fall away. */
export const documentReadings: Readonly<Record<string, readonly { zh: string; en: string; cells: readonly string[] }[]>> = {
  issued: [{ zh: '本年制发', en: 'issued', cells: ['issued', 'made', 'published'] }],
  repealed: [{ zh: '本年废止', en: 'repealed', cells: ['repealed'] }],
  in_force: [{ zh: '现行有效', en: 'in force', cells: ['in_force', 'public_total'] }],
  /** 公开 and 公布 are also said of other organs' documents: may agree, is never wrong. */
  shown: [
    { zh: '本年制发', en: 'issued', cells: ['issued', 'made', 'published'] },
    { zh: '现行有效', en: 'in force', cells: ['in_force', 'public_total'] },
  ],
  /** 含规范性文件2件, with no verb. */
  named: [
    { zh: '本年制发', en: 'issued', cells: ['issued', 'made', 'published'] },
    { zh: '现行有效', en: 'in force', cells: ['in_force', 'public_total'] },
  ],
};

export const decisionReadings: Readonly<Record<string, readonly Reading[]>> = {
  licensing: [
    { zh: '行政许可', en: 'licences', sum: ['s2.licensing_decisions'] },
    { zh: '行政许可', en: 'licences', sum: ['s2.licensing.decisions'] },
  ],
  penalty: [
    { zh: '行政处罚', en: 'penalties', sum: ['s2.penalty_decisions'] },
    { zh: '行政处罚', en: 'penalties', sum: ['s2.penalty.decisions'] },
  ],
  coercion: [
    { zh: '行政强制', en: 'coercion', sum: ['s2.coercion_decisions'] },
    { zh: '行政强制', en: 'coercion', sum: ['s2.coercion.decisions'] },
  ],
};

/** 信息处理费 in 元. It has nothing to do with the 行政事业性收费 of section 二 in 万元. */
export const feeReadings: Readonly<Record<'amount' | 'cases' | 'admin', Reading>> = {
  amount: { zh: '信息处理费（元）', en: 'information-processing fee (元)', sum: ['s6.processing_fee'] },
  admin: { zh: '行政事业性收费（万元）', en: 'fee income of the organ (万元)', sum: ['s2.admin_fees'] },
  cases: { zh: '信息处理费收费件数', en: 'cases with a fee', sum: ['s6.processing_fee_cases'] },
};

/** Names of the groups a term may be, for the list of readings tried; a single row is called by its label. */
export const outcomeNames: Readonly<Record<string, string>> = {
  granted: '（一）予以公开',
  granted_or_partial: '（一）予以公开+（二）部分公开',
  partial: '（二）部分公开',
  denied: '（三）不予公开',
  unable: '（四）无法提供',
  refused: '（五）不予处理',
  other: '（六）其他处理',
};
/** Groups in a sum of rows: the term of table 三 that each outcome concept stands for. */
export const outcomeTerms: Readonly<Record<string, readonly string[]>> = {
  granted: ['granted'],
  partial: ['partially_granted'],
  granted_or_partial: ['granted', 'partially_granted'],
};
