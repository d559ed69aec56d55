import type { Kind } from './kind';

/** Sentences whose numbers must agree with each other. */
export const relations: readonly Kind[] = [
  {
    id: 'lists',
    title: '总数与其各项',
    basis: '列全的各项之和等于总数；没有列全的不计较，但任何一项不大于总数',
    found: [
      { text: '公开信息120条，内容涵盖动态60条、公告30条、其他20条。', finds: ['n-parts 120条'] },
      { text: '发布信息120条，涉及动态60条、公告30条、其他20条。', finds: ['n-parts 120条'] },
      { text: '编发简报120期，具体为专报60期、综合40期、要情10期。', finds: ['n-parts 120期'] },
      { text: '主动公开120条。其中，动态60条、公告30条、其他20条。', finds: ['n-parts 120条'] },
    ],
    silent: [
      { text: '公开信息120条，内容涵盖动态60条、公告30条、其他30条。' },
      { text: '主动公开信息90篇，其中动态50篇、统计数据12期、公告40篇。' },
      { text: '公开政府信息20条，包括机构职能9条，其他文件1条，公开目录2条，公开年报2条，财政预决算2条，调查征集和反馈4条。' },
    ],
  },
  {
    id: 'growth',
    title: '增减与其基数',
    basis: '增减幅度＝（本年－上年）÷上年；增减方向与两数一致',
    found: [
      {
        text: '全年收到申请150件，比2023年（120件）增长35%。',
        figures: { 's3.new_received.total': 150 },
        finds: ['n-yoy 增长35%'],
      },
    ],
    silent: [{ text: '全年收到申请150件，比2023年（120件）增长25%。', figures: { 's3.new_received.total': 150 } }],
  },
  {
    id: 'shares',
    title: '占比与其总数',
    basis: '占比按最近说到的总数计算，四舍五入到所写的位数；看不出总数的不作判断',
    found: [],
    silent: [
      {
        text: '共收到政府信息依申请公开800件。其中，通过网络申请600件，占75.00%；通过信函申请190件，占23.75%；通过当面申请10件，占1.25%。',
        figures: { 's3.new_received.total': 800 },
      },
    ],
  },
];
