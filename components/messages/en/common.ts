import { roleNames } from '@/server/domain/permissions/role-names';
import { counted } from '@/server/domain/plural';
import type { Messages } from '../zh';

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];

export const common: Messages['common'] = {
  appName: 'Nianbao',
  account: 'My account',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  changedHands: (from, to, wasRefused) =>
    `${to} is signed in on this computer now. ${from} had opened this page${wasRefused ? '; what was just asked was not done' : ''}. It is shown to ${to} now.`,
  failedTries: ({ since, count, isAtLeast, lastAt, sources }) =>
    `${since ? `Since you last signed in (${since})` : 'Before you first signed in'}, ${isAtLeast ? 'at least ' : ''}${counted(count, 'try', 'tries')} with your user name failed, the last at ${lastAt}, from ${counted(sources, 'source', 'sources')}. If it was not you, change your password and tell the administrator.`,
  understood: 'I see',
  skipToContent: 'Skip to content',
  navigation: 'Main navigation',
  contact: (contact) => `The office: ${contact}`,
  noPost: 'No post yet; ask the administrator',
  language: '中文',
  largeText: 'Large type',
  largeTextTitle: 'Type a quarter larger; press again to undo',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  retry: 'Try again',
  loading: 'Loading…',
  showPassword: 'Show password',
  product: 'Annual report on government-information disclosure',
  working: {
    act: (act) => `Working: ${act}. Please wait; once is enough.`,
    seconds: (count) => `${count} s`,
  },
  failed: 'That did not work',
  confirmation: {
    password: 'Your password',
    hint: 'Asked again, so that it is you who does this. A wrong one counts as a failed sign-in.',
    asYourself: (name) => `The demonstration has no passwords: the button below acts as ${name}.`,
  },
  lostConnection: 'The connection was lost and nothing was sent. Check the network and try again.',
  internalFault: 'Something failed inside; it has been recorded. Please try again later.',
  cutOff:
    'The server cannot be reached, so no other page opens and this one stays. What you typed is on this computer and goes on its way when the network is back. Check the network, then try again.',
  errorTitle: 'This page could not be opened',
  errorReasons: {
    fault: 'The fault has been recorded. ',
    storage_full: 'The server has no disk space left. ',
    unavailable: 'The database cannot be reached now. ',
    work_failed: 'This page was not made to its end, and was stopped. ',
    too_many: 'Too much waits just now, and this page was not taken. ',
  },
  errorHint:
    'What was saved is on the server; what was not yet sent is kept on this computer and will be. Try again; if it stays, tell the administrator.',
  errorHintHere:
    'This page failed in your browser. What was saved is on the server; what was not yet sent is kept on this computer and will be. Try again; if it stays, show the administrator a picture of it.',
  newProgramTitle: 'The program is newer now',
  newProgramHint: 'This page is loading anew. What was not yet sent is kept on this computer and goes on its way afterwards.',
  loadAnew: 'Load anew',
  errorNumber: (digest) => `Give the administrator this number: ${digest}`,
  notFoundTitle: 'Nothing here',
  notFoundHint: 'This does not exist, or it is not yours to see. Start again from the home page.',
  home: 'Back to the home page',
  demonstrationLabel: 'Demonstration',
  demonstration: 'Demonstration data · the district is fictional',
  listComma: ', ',
  firstOf: (names, count) => `${names} and others, ${count} in all`,
  inBrackets: (name, words) => `${name} (${words})`,
  year: (year) => String(year),
  quarter: (quarter) => quarters[quarter - 1] ?? '',
  day: (year, month, day, weekday) => {
    const months = [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ];
    const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    return `${weekdays[weekday] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`;
  },
  period: (year, quarter) => `${quarters[quarter - 1] ?? ''} ${year}`,
  roles: roleNames.en,
  scopes: { own_organ: 'Own organ', consolidated: 'Consolidated' },
  statuses: {
    not_started: 'Not started',
    filling: 'Being filled in',
    filled_not_submitted: 'Filled in (not submitted)',
    submitted: 'Submitted, waiting',
    in_review: 'In review',
    returned: 'Returned',
    approved: 'Approved',
    locked: 'Locked',
  },
  reportsToSign: (count) => `${counted(count, 'report waits', 'reports wait')} for your signature`,
  severities: { must_fix: 'Must fix', confirm: 'Explain', hint: 'Hint' },
  settled: { explained: 'Explained', excepted: 'Let through' },
  nav: {
    tasks: 'My tasks',
    review: 'Review',
    board: 'Board',
    reports: 'Reports',
    trends: 'Trends',
    office: 'Office',
    slips: 'Corrections',
    rules: 'Rules',
    check: 'Check a file',
    audit: 'Event log',
  },
  statutoryTable: { notFilled: 'not filled', figure: (name, value) => `${name}: ${value}`, and: '; ' },
};
