import type { Sample } from './sample';

/** A city's consolidated edition with large figures and long texts. The figures are of the size a real city of five million publishes. */
export const city: Sample = {
  name: 'city-2023-consolidated',
  format: '2021',
  rowVariant: 'other_three',
  scope: 'consolidated',
  organ: '示例市人民政府',
  year: 2023,
  edition: 2,
  figures: {
    's2.regulations.issued': 2,
    's2.regulations.in_force': 11,
    's2.normative_documents.issued': 109,
    's2.normative_documents.repealed': 489,
    's2.normative_documents.in_force': 597,
    's2.licensing_decisions': 1808595,
    's2.penalty_decisions': 2822652,
    's2.coercion_decisions': 20163,
    's2.admin_fees': '59237.2449',
    's4.review.upheld': 309,
    's4.review.corrected': 17,
    's4.review.other': 88,
    's4.review.pending': 26,
    's4.litigation_direct.upheld': 1,
    's4.litigation_direct.corrected': 1,
    's4.litigation_direct.other': 16,
    's4.litigation_direct.pending': 6,
    's4.litigation_after_review.upheld': 13,
    's4.litigation_after_review.other': 67,
    's4.litigation_after_review.pending': 9,
  },
  requests: {
    new_received: [3402, 99, 0, 4, 5, 1],
    carried_in: [91, 3, 0, 0, 2, 0],
    granted: [1175, 12, 0, 3, 1, 0],
    partially_granted: [319, 7, 0, 0, 2, 0],
    denied_law_prohibited: [27],
    denied_three_security_one_stability: [6],
    denied_third_party_rights: [38],
    denied_internal_affairs: [20],
    denied_process_info: [9],
    denied_enforcement_file: [21],
    denied_admin_query: [20, 1],
    unable_not_held: [968, 74, 0, 1, 3, 1],
    unable_needs_creation: [26, 2],
    unable_unclear_after_correction: [3],
    refused_petition_complaint: [305],
    refused_repeat: [39],
    refused_massive_repeated: [58],
    refused_confirm_or_reissue: [4],
    other_no_correction: [40],
    other_fee_unpaid: [10],
    other_misc: [287, 3, 0, 0, 1, 0],
    carried_out: [118, 3],
  },
  texts: {
    preamble:
      '本报告依据《中华人民共和国政府信息公开条例》（以下简称《条例》）和国务院办公厅政府信息与政务公开办公室关于年度报告格式的要求编制。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成，所列数据的统计期限为2023年1月1日至2023年12月31日。报告全文可在“示例市人民政府”门户网站（www.example.gov.cn）“政府信息公开年报”专栏查阅和下载。如有疑问，请与示例市人民政府办公室联系（地址：示例市中心大道1号，电话：0000—12345678）。',
    '1': `2023年，全市各级行政机关认真执行《条例》，以公开促规范、以公开促服务，主动公开的时效和质量稳步提高，依申请公开办理程序更加规范，公开平台的服务功能进一步完善。
（一）主动公开情况
全年通过政府门户网站发布政府信息48216条，其中政策文件612件、政策解读材料587篇，解读形式包括文字说明、图表和短视频。围绕重大行政决策开展网上意见征集74次，收到意见建议1326条，采纳情况全部反馈。各级召开新闻发布会118场。
（二）依申请公开情况
全年新收政府信息公开申请3511件，加上上年结转的96件，共办理3607件；办结3486件，结转下年度121件。申请量较大的领域依次为征地拆迁、城乡规划、社会保障和市场监管。各承办单位在答复前普遍与申请人沟通，了解真实需求，减少因内容不明确而反复补正的情形。
（三）政府信息管理情况
公文拟制时同步确定公开属性，拟不公开的逐件说明依据；对2012年以来标注为“不予公开”的文件开展评估，转为主动公开237件。建立规范性文件全生命周期台账，失效、废止情况在原文页面标注。
（四）政府信息公开平台建设情况
完成门户网站集约化改造，统一检索入口，按事项、按人群提供政策推送；清理长期不更新的栏目43个，关停维护不力的政务新媒体账号28个。全市设立政务公开专区132个，提供查阅、咨询、自助办理等服务。
（五）监督保障情况
将政务公开纳入年度综合考核，分值权重为百分之四；按季度通报网站和新媒体检查结果；委托第三方开展社会评议，群众满意度为93.6分；全年未发生因政府信息公开工作被追究责任的情形。举办业务培训46场，参训2870人次。`,
    '5': `从全年情况看，主要存在以下不足：一是部分单位主动公开的内容偏重动态信息，与企业群众办事密切相关的政策依据、办理标准公开不够细；二是依申请公开答复文书的说理性不强，个别案件因事实认定不清在行政复议中被纠正；三是基层工作人员变动较为频繁，对新要求掌握不够及时。
针对上述问题，采取以下措施改进：一是按领域修订主动公开目录，逐项明确公开内容、时限和责任单位，每季度抽查一次；二是统一答复文书样式，建立疑难申请会商机制，对被纠正的案件逐件复盘；三是分级开展培训，新任人员上岗一个月内完成必修课程，并以案例汇编的形式持续更新工作指引。`,
    '6': `（一）信息处理费收取情况
2023年，全市依申请提供政府信息共收取信息处理费3件、1460元，均按规定缴入同级国库。
（二）年度工作要点落实情况
按照上级年度政务公开工作要点，围绕稳增长、稳就业、保民生等重点任务分解落实37项，年底前全部完成。
（三）其他需要说明的情况
本报告第四部分所列行政复议、行政诉讼案件含上年度结转的案件；共同被告案件只由作出原行政行为的机关统计。`,
  },
};
