import type { HelpText } from '../../help-text';

export const everybody: HelpText<'everybody'> = {
  finding: {
    title: 'Find things, and keys',
    says: [
      'Ctrl+K on any page: type a few letters to find pages and rules; on a form its cells too, and people of the office find units. Initials of pinyin work. Arrows choose, Enter opens, Esc closes.',
      'F1 on any page opens its help; so does ? where you are not typing. Help opens in another tab, so what you are doing stays.',
      '"Large type" at the top right makes everything larger.',
    ],
  },
  overview: {
    title: 'Overview',
    says: [
      'Heads and administrators start at "Overview": received, answered, carried over and disputed in four numbers, how far the units are with each quarter, who is late, what is worth a look, and what waits for your signature.',
      'Choose a number to see where it comes from. "not known" is not 0. "Print" makes one sheet of A4.',
    ],
  },
  reports: {
    title: 'Read a report',
    says: [
      '"Reports" has your unit’s report and what is published, to read and to download. Choose any figure to see which units and quarters it comes from, who entered and who approved it.',
      'Texts and editions are the administrator’s.',
    ],
  },
  trends: {
    title: 'Trends',
    says: [
      'The years beside each other, in pictures and numbers, with CSV. "no data" is a gap and not 0; a year that is not complete says "partial".',
    ],
  },
  slips: {
    title: 'Decide on correction slips',
    says: [
      'What has to change after locking comes as a slip of the unit. Compare before and after, the quarters that follow and the year; sign it, and it counts at once.',
      'To refuse, give the reason; the unit reads it. Your own slip is for somebody else. To have it in the report, make a new edition.',
    ],
  },
  rules: {
    title: 'Rules',
    says: [
      'All rules with formula, source and examples. "Find a rule" takes an id or words. What you think of a rule you can write to the office beside its finding.',
    ],
  },
  check: {
    title: 'Check a file',
    says: ['Put in the JSON of a report and all rules look at it. It is read in your browser only and not sent.'],
  },
  audit: {
    title: 'Event log',
    says: ['Every change and every refusal, never altered. Set "Kind" to what is for the auditor’s attention to see what matters first.'],
  },
  notices: {
    title: 'Notices',
    says: [
      'What was returned, approved, said, is due or waits for your signature is in "Notices", with a number for what is unread. To have it by mail, set your address there and when.',
      '"Announcements" of the office stand on top of your home page, where you may put them away. "Deadlines for my calendar" among your tasks is an .ics file for the calendar of your computer or telephone, which reminds you on the morning before.',
    ],
  },
  account: {
    title: 'My account',
    says: [
      'Your password, where you are signed in and "Two-step sign-in" are all in "My account".',
      'Forgotten password: ask the office for a new link. On a shared computer, sign out.',
    ],
  },
  duties: {
    title: 'Confirmations',
    says: [
      'Where duties are divided, what one person asks for takes effect when another confirms it. What waits for you is under "Three duties, confirmations"; nobody confirms their own.',
    ],
  },
};
