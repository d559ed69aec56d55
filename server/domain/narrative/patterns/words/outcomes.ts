import { and, type ConceptWords } from './concept-words';

/** Table 三, outcomes: groups first, then the single rows by the words of their labels. */
export const outcomeWords: readonly ConceptWords[] = [
  {
    concept: 'granted_or_partial',
    role: 'outcome',
    words: [
      `(?:予以|同意|全部|给予|准予)?公开${and}(?:予以|同意)?部分公开`,
      `部分公开${and}(?:予以|同意|全部)公开`,
      '(?:予以|同意)公开[（(]含(?:予以)?部分公开[）)]',
      '全部或部分公开',
    ],
  },
  {
    concept: 'granted',
    role: 'outcome',
    words: [
      '予以公开',
      '同意公开',
      '准予公开',
      '给予公开',
      '全部公开',
      '予以全部公开',
      '主动公开告知',
      '(?<![\\u4e00-\\u9fff])公开(?=\\d{1,6}[件宗条]?[、，；](?:予以)?(?:部分公开|不予?公开))',
    ],
  },
  { concept: 'partial', role: 'outcome', words: ['(?:予以|同意)?部分公开', '区分处理'] },
  { concept: 'denied', role: 'outcome', words: ['不予公开', '不同意公开', '决定不公开', '不公开(?=\\d)'] },
  { concept: 'unable', role: 'outcome', words: ['无法提供', '不能提供'] },
  { concept: 'refused', role: 'outcome', words: ['不予处理', '不再处理(?!其)'] },
  { concept: 'other', role: 'outcome', words: ['(?:作|按|以|做|予以)?其[他它](?:方式|情形|情况)?处理(?:方式|的|情况)?'] },
  { concept: 'denied_state_secret', role: 'outcome', words: ['(?:属于|涉及|因)?国家秘密'] },
  { concept: 'denied_law_prohibited', role: 'outcome', words: ['(?:其[他它])?法律、?(?:行政)?法规禁止公开'] },
  { concept: 'denied_three_security_one_stability', role: 'outcome', words: ['(?:危及)?[“"]?三安全一稳定[”"]?'] },
  { concept: 'denied_third_party_rights', role: 'outcome', words: ['因?(?:保护|涉及|损害|侵害)?第三方(?:的)?合法权益(?:而?不予公开)?'] },
  { concept: 'denied_internal_affairs', role: 'outcome', words: ['(?:属于)?(?:三类)?内部事务(?:性)?(?:信息)?'] },
  { concept: 'denied_process_info', role: 'outcome', words: ['(?:属于)?(?:四类)?过程性(?:信息)?'] },
  { concept: 'denied_enforcement_file', role: 'outcome', words: ['(?:属于)?行政执法案卷(?:信息)?'] },
  { concept: 'denied_admin_query', role: 'outcome', words: ['(?:属于)?行政查询(?:事项)?'] },
  { concept: 'unable_not_held', role: 'outcome', words: ['(?:政府)?信息不存在', '(?:本机关|本单位)?不掌握(?:相关)?(?:政府)?(?:信息)?'] },
  { concept: 'unable_needs_creation', role: 'outcome', words: ['没有现成信息(?:，?需要?另行制作)?', '需要?另行制作', '无现成信息'] },
  { concept: 'unable_unclear_after_correction', role: 'outcome', words: ['补正后(?:申请)?(?:内容)?(?:仍|依然|依旧)不明确'] },
  {
    concept: 'refused_petition_complaint',
    role: 'outcome',
    words: ['信访、?举报、?投诉(?:类)?(?:事项)?(?:申请)?', '信访、?投诉、?举报(?:类)?(?:事项)?(?:申请)?'],
  },
  { concept: 'refused_repeat', role: 'outcome', words: ['重复(?:提出)?申请'] },
  { concept: 'refused_public_publication', role: 'outcome', words: ['(?:要求)?(?:提供)?公开出版物'] },
  { concept: 'refused_massive_repeated', role: 'outcome', words: ['(?:无正当理由)?大量、?反复申请'] },
  { concept: 'refused_confirm_or_reissue', role: 'outcome', words: ['(?:要求)?(?:行政机关)?确认或(?:者)?重新出具(?:已获取信息)?'] },
  {
    concept: 'other_no_correction',
    role: 'outcome',
    words: ['(?:申请人)?(?:无正当理由)?逾期(?:不|未)补正(?:、?行政机关不再处理其政府信息公开申请)?'],
  },
  {
    concept: 'other_fee_unpaid',
    role: 'outcome',
    words: ['(?:申请人)?逾期(?:未|不)(?:按收费通知要求)?(?:缴纳|交纳|缴)费用?(?:、?行政机关不再处理其政府信息公开申请)?'],
  },
];
