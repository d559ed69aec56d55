import { describe, expect, it } from 'vitest';
import { readText } from '../read-text';

/** Key of the statement each figure of a text makes, `-` for none, `?` behind one that may only agree. */
function keys(text: string): string[] {
  return readText(text, 2024)
    .sentences.flatMap(({ figures }) => figures)
    .filter((number) => number.unit !== '%')
    .map(({ statement, change }) => (change ? change : statement ? `${statement.key}${statement.isPartial ? '?' : ''}` : '-'));
}

describe('what the words around a number say', () => {
  it.each([
    [
      '共收到政府信息公开申请75件（含上年结转1件），其中自然人申请71件，办结73件，结转下年度2件',
      ['received', 'carried_in', '@natural_person', 'answered', 'carried_out'],
    ],
    ['共收到70件申请；办结69件；1件结转下年度；主动公开政府信息2645条', ['received', 'answered', 'carried_out', '-']],
    ['已答复84件（含上年度结转申请4件，另有3件申请按照《条例》顺延到下年度答复）', ['answered', 'carried_in', 'carried_out']],
    ['37件予以公开，5件部分公开，22件无法提供', ['granted', 'partial', 'unable']],
    ['予以公开、部分公开、不予公开分别为37件、5件、4件', ['granted', 'partial', 'denied']],
    [
      '不予公开4件（其中危及“三安全一稳定”3件，保护第三方合法权益1件）',
      ['denied', 'denied_three_security_one_stability', 'denied_third_party_rights'],
    ],
    ['行政复议案件9件，其中维持9件', ['review:cases', 'review:upheld']],
    ['行政复议、行政诉讼分别为9件、1件', ['review:cases', 'litigation:cases']],
    ['未经复议直接起诉2件，复议后起诉1件', ['litigation_direct:cases', 'litigation_after_review:cases']],
    [
      '全年制发行政规范性文件2件，废止3件，现行有效9件',
      ['normative_documents:issued', 'normative_documents:repealed', 'normative_documents:in_force'],
    ],
    ['发布文件114件（含规范性文件2件），其中人事任免文件40件', ['-', 'normative_documents:named', '-']],
    ['2023年结转4件，2024年新收83件，结转2025年3件', ['carried_in', 'received_new', 'carried_out']],
    ['受理83件政府信息公开申请，同比增长9件', ['received', 'up']],
    ['收取信息处理费2950元，其中1件420元', ['fee:amount', 'fee:cases?', '-']],
    ['未收取信息处理费，行政事业性收费7545万元', ['admin_fees']],
    ['办理人大代表建议45件、政协提案38件', ['-', '-']],
    ['联系企业1906户次，处置解决各类建议诉求483件', ['-', '-']],
    ['12345热线受理诉求48312件，办结48300件', ['-', 'answered?']],
    ['上半年受理政府信息公开申请40件，办结38件，全年办结84件', ['received?', 'answered?', 'answered']],
    ['本报告由总体情况、政府信息公开行政复议和行政诉讼情况、其他需要报告的事项三部分组成', ['-']],
    ['五年来共受理政府信息公开申请451件，办结450件', ['received?', 'answered?']],
    ['2020—2022年累计受理政府信息公开申请251件', ['received?']],
    ['区司法局受理行政复议案件560件', ['review:cases?']],
    ['公文公开属性审核560件，其中主动公开120件、依申请公开200件、不予公开240件', ['-', '-', 'request?', 'denied?']],
    ['行政许可事项120项，公开行政许可信息9999条', ['-', '-']],
  ])('%s', (text, expected) => expect(keys(text)).toEqual(expected));
});
