import { city } from './city';
import type { Sample } from './sample';

/** Notes under every table and remarks in cells, in narrow columns and wide ones. */
export const noted: Sample = {
  ...city,
  name: 'city-2023-notes',
  notes: {
    t2: '本年制发件数含修订；另有废止件数含自然失效29件。\n收费金额按入库日期统计。',
    t3: '申请以受理日期统计，由市政府办公室统一登记后转各单位办理的只计一次。',
    t4: '复议以结案日期统计，共同被告案件只由作出原行政行为的机关统计。',
    's2.normative_documents.issued': '其中修订16件',
    's2.normative_documents.repealed': '含自然失效29件、宣布失效12件',
    's2.admin_fees': '含上年结转收入',
    's3.new_received.natural_person': '含撤回后重新提出的2件',
    's3.denied_law_prohibited.natural_person': '含1件部分公开',
    's3.granted.total': '含主动公开后告知的17件',
    's4.review.upheld': '含上年收案3件',
    's4.litigation_after_review.total': '含上年收案12件',
  },
};

/** A unit's own report whose texts nobody has written yet. */
export const textless: Sample = { ...city, name: 'own-organ-without-text', organ: '示例区档案局', scope: 'own_organ', texts: {} };
