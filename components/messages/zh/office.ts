import { announcements } from './office/announcements';
import { backups } from './office/backups';
import { board } from './office/board';
import { chase } from './office/chase';
import { duties } from './office/duties';
import { extensions } from './office/extensions';
import { found } from './office/found';
import { indicators } from './office/indicators';
import { messages } from './office/messages';
import { phrases } from './office/phrases';
import { ruleNotes } from './office/rule-notes';
import { signing } from './office/signing';
import { units } from './office/units';
import { years } from './office/years';

/** The office's own pages and the ways in. */
export const office = {
  groups: { who: '谁', when: '何时', how: '怎样', running: '运行' },
  people: { title: '人员' },
  yearEnd: { title: '年度结转' },
  openings: { title: '期初数' },
  wording: { title: '用词与重复' },
  board,
  chase,
  announcements,
  extensions,
  found,
  units,
  years,
  signing,
  indicators,
  ruleNotes,
  messages,
  phrases,
  backups,
  duties,
};
