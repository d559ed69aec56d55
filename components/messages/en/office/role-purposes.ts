import type { Messages } from '../../zh';

export const rolePurposes: Messages['people']['rolePurposes'] = {
  clerk: 'Files the figures of one unit',
  head: 'Signs for the unit before it submits',
  reviewer: 'Reviews what units submit',
  admin: 'Runs the year and the report',
  auditor: 'Reads the whole event log',
  system_admin: 'Runs units, years, accounts and backups',
  security_admin: 'Gives and ends posts, sets how people get in, resets two-step sign-in',
};
