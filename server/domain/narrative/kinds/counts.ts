import type { Kind } from './kind';

const received = { 's3.new_received.total': 317 };
const street = '示例市示例区人民政府西湖街道办事处';

/** Sentences whose numbers stand in the tables. */
export const counts: readonly Kind[] = [
  {
    id: 'whose-figures',
    title: '说的是不是本机关的数',
    basis: '国办公开办函〔2021〕30号：年报统计本机关（或全辖区）的数；正文写本机关简称、街道自称的，就是表中的数',
    found: [
      { text: '西湖街道办事处全年收到政府信息公开申请271件。', organ: street, figures: received, finds: ['n-new 271件'] },
      { text: '本部门受理政府信息公开申请713件。', organ: '示例区教育局', figures: received, finds: ['n-new 713件'] },
      { text: '全年收到各类政府信息公开申请371件。', figures: received, finds: ['n-new 371件'] },
    ],
    silent: [
      { text: '西湖街道办事处全年收到政府信息公开申请317件。', organ: street, figures: received },
      { text: '街道收到申请21件。', organ: '示例区人民政府', scope: 'consolidated', figures: received },
    ],
  },
  {
    id: 'none',
    title: '“没有”也是数',
    basis: '各表：没有的填 0；正文说“未收到”“未发生”“均为0”的，表中对应栏应为 0',
    found: [
      { text: '全年未收到政府信息公开申请。', figures: { 's3.new_received.total': 86 }, finds: ['n-new 无'] },
      {
        text: '本年度未发生因政府信息公开引发的行政复议、行政诉讼。',
        figures: { 's4.review.total': 7, 's4.litigation_direct.total': 2 },
        finds: ['n-rev 无', 'n-lit 无'],
      },
    ],
    silent: [{ text: '全年未收到政府信息公开申请，未发生行政复议、行政诉讼。' }, { text: '未发生泄密事件。', figures: received }],
  },
  {
    id: 'documents',
    title: '规范性文件的制发、废止、现行有效',
    basis: '《政府信息公开条例》第二十条第（一）项，表二',
    found: [
      {
        text: '组织规范性文件清理，本年度制发4件，废止0件，现行有效2件。',
        figures: { 's2.normative_documents.issued': 3, 's2.normative_documents.in_force': 2 },
        finds: ['n-doc 4件'],
      },
    ],
    silent: [
      {
        text: '组织规范性文件清理，本年度制发3件，废止0件，现行有效2件。',
        figures: { 's2.normative_documents.issued': 3, 's2.normative_documents.in_force': 2 },
      },
      { text: '备案规范性文件5件。转发上级规范性文件12件。' },
    ],
  },
  {
    id: 'decisions-and-fees',
    title: '行政许可、处罚、强制的决定数和收费金额',
    basis: '《政府信息公开条例》第二十条第（五）（六）（八）项，表二',
    found: [
      {
        text: '全年办理行政许可512件、行政处罚64件。',
        figures: { 's2.licensing_decisions': 521, 's2.penalty_decisions': 46 },
        finds: ['n-doc 512件', 'n-doc 64件'],
      },
      { text: '收取行政事业性收费88万元。', figures: { 's2.admin_fees': '18.35' }, finds: ['n-doc 88万元'] },
    ],
    silent: [
      { text: '全年办理行政许可521件、行政处罚46件。', figures: { 's2.licensing_decisions': 521, 's2.penalty_decisions': 46 } },
      { text: '公示行政处罚信息64条。', figures: { 's2.penalty_decisions': 46 } },
    ],
  },
  {
    id: 'applicants',
    title: '申请人的类别',
    basis: '表三各列',
    found: [{ text: '申请人为自然人的71件。', figures: { 's3.new_received.natural_person': 70 }, finds: ['n-new 71件'] }],
    silent: [{ text: '申请人为自然人的70件。', figures: { 's3.new_received.natural_person': 70 } }],
  },
  {
    id: 'not-ours',
    title: '听来像法定栏目、其实不是',
    basis: '协助、转发、备案、查询等不计入各表',
    found: [],
    silent: [
      { text: '办理不动产登记3000件，办结婚姻档案查询52件。' },
      { text: '办理市政府办公室协助调查4件。' },
      { text: '转发上级规范性文件9件。' },
      { text: '受理群众电话咨询120件次。' },
    ],
  },
];
