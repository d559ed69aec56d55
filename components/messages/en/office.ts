import type { Messages } from '../zh';
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

export const office: Messages['office'] = {
  groups: { who: 'Who', when: 'When', how: 'How', running: 'Running it' },
  people: { title: 'People' },
  yearEnd: { title: 'Year-end' },
  openings: { title: 'Opening balances' },
  wording: { title: 'Wording' },
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
