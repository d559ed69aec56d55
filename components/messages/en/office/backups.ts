import { counted } from '@/server/domain/plural';
import type { Messages } from '../../zh';

export const backups: Messages['office']['backups'] = {
  title: 'Backups',
  context: 'Data is backed up by itself and each copy is verified; only a restore drill shows that a backup can be used.',
  backup: {
    title: 'Last backup',
    states: {
      fine: 'Fine',
      failed: 'The last backup could not be made',
      overdue: 'Overdue: something was written and not backed up in time',
      none: 'There is no backup yet',
      elsewhere: 'None is made here by itself; the office makes its own',
    },
    hints: {
      fine: '',
      failed: 'Run nianbao db backup on the server and do what it says.',
      overdue: "Run nianbao db backup on the server, and look at the program's log.",
      none: 'The program makes the first one by itself; nianbao db backup on the server makes one now.',
      elsewhere: 'See to it that they are made in time, and try them out.',
    },
  },
  drill: {
    title: 'Last restore drill',
    states: { fine: 'Passed', failed: 'Failed', overdue: 'None for more than a quarter', none: 'There has been none' },
    hints: {
      fine: '',
      failed: 'Run nianbao db drill on the server and do what it says.',
      overdue: 'Run nianbao db drill on the server.',
      none: 'Run nianbao db drill on the server: it restores the newest backup in a place of its own, starts it, signs in and compares. What is in use is not touched.',
    },
  },
  newest: 'Newest',
  tried: 'Last attempt',
  done: 'made',
  notDone: 'not made',
  at: 'When',
  took: 'Took',
  seconds: (seconds) => `${seconds} s`,
  holds: 'Holds',
  rows: (rows, seq) => `${counted(rows, 'row')}, the event log up to ${seq}`,
  head: 'Head of the log (kept on paper, it proves that nothing before it was changed)',
  kept: 'Kept',
  keptCount: (count) => `${count}: the last 96 quarters of an hour, 30 days, 12 months, and every year's end`,
  every: 'Every',
  everyMinutes: (minutes) => (minutes === 0 ? 'none by itself' : `${minutes} minutes, when something was written`),
  age: (minutes) => {
    if (minutes < 1) return 'just now';
    if (minutes < 60) return `${counted(minutes, 'minute')} ago`;
    if (minutes < 48 * 60) return `${counted(Math.floor(minutes / 60), 'hour')} ago`;
    return `${counted(Math.floor(minutes / 1440), 'day')} ago`;
  },
};
