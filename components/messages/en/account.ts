import { counted } from '@/server/domain/plural';
import type { WritingMessages } from '../zh';

export const account: WritingMessages['account'] = {
  title: 'My account',
  context: (name, username) => `${name} · user name ${username}`,
  passwordTitle: 'Password',
  current: 'Password now',
  newPassword: 'New password',
  change: 'Change the password',
  changed: 'The password is changed. Wherever else you were signed in, you no longer are.',
  none: 'Your account has no password. The administrator can give you a link to set one.',
  setAt: (day) => `This password was set on ${day}.`,
  dueBy: (day) => `Please change it before ${day}.`,
  tooOld: 'Your password is too old. Set another before you go on; what you typed is there.',
  noFailedTries: 'Since you last signed in, nobody has typed a wrong password at your user name.',
  sessionsTitle: 'Where you are signed in',
  sessionsHint: 'If you do not know one of these, end it and change your password.',
  browser: 'Browser',
  address: 'From',
  started: 'Signed in',
  lastSeen: 'Last used',
  act: 'Act',
  here: 'here',
  unknown: 'unknown',
  end: 'End',
  endOf: (browser, started) => `End ${browser} (signed in ${started})`,
  ended: 'That session has ended.',
  endOthers: 'End the others',
  othersEnded: (count) => (count === 0 ? 'There were no others.' : `${counted(count, 'other session')} ended.`),
  profiles: {
    dengbao: '等级保护: at least 10 characters of three kinds, changed every 90 days',
    asvs: 'OWASP ASVS: at least 15 characters of any kind, not changed for age alone',
  },
  policies: {
    dengbao:
      'At least 10 characters: three of capital letters, small letters, digits, symbols. No user name, name of a unit or common password; not one of your last 5. It may be pasted.',
    asvs: 'At least 15 characters. No user name, name of a unit or common password; not one of your last 5. It may be pasted; a sentence that only you know is good.',
  },
  profileTitle: 'Passwords',
  profileHint:
    'Length and kinds hold for passwords set from now on; with 等级保护, whoever has one older than 90 days sets another before going on. The two standards contradict each other, so one is chosen; neither takes a common password or the name of a unit.',
  profile: 'By which standard',
  profileSave: 'Save',
  profileSaved: 'Saved.',
};
