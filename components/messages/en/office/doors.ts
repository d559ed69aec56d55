import type { DoorMessages } from '../../zh';
import { rolePurposes } from './role-purposes';

export const doors: DoorMessages['doors'] = {
  signInTitle: 'Sign in',
  purpose: 'Units file by quarter, the office reviews, and the report follows from the figures.',
  username: 'User name',
  password: 'Password',
  signingIn: 'Signing in…',
  byProvider: (name) => `Sign in by ${name}`,
  refusals: {
    not_signed_in:
      'The user name or the password is not right. Check capitals and the input method; the administrator can issue a new link.',
    forbidden: 'One-click sign-in works only in the demonstration on this machine.',
    storage_full: 'The server has no disk space left, so nobody can sign in now. Tell the administrator at once.',
    unavailable: 'The database cannot be reached now. Try to sign in later.',
  },
  heldOff: (wait) => `Too many wrong passwords were tried for this account. Try again in ${wait}, or ask the administrator to lift it.`,
  code: 'Code or recovery code',
  codeHint:
    'The six digits that the authenticator on your telephone shows now, or a recovery code that was not used. With neither at hand, the administrator can reset this.',
  codeAct: 'Sign in',
  codeBack: 'Back',
  codeRefusals: {
    invalid: 'The code is not right, or it was used already. Wait for the next one on your telephone.',
    not_signed_in: 'This took too long. Begin again with your user name and password.',
  },
  codeHeldOff: (wait) => `Too many wrong codes were tried for this account. Try again in ${wait}, or ask the administrator to lift it.`,
  noWay: 'No account, or password forgotten? The administrator at the government office issues a one-time link.',
  emptyTitle: 'Not set up yet',
  emptyHint: 'A one-time link was printed where the server was started. Open it to create the first administrator.',
  demonstrationTitle: 'Choose a person to sign in to the demonstration',
  demonstrationHint:
    'A fictional district: last year is published, this year is in its third quarter. What you change stays on this computer.',
  officePeople: 'The office',
  clerks: 'Clerks of the units',
  heads: 'Heads of units',
  findClerk: 'Find a unit or a name',
  noClerkFound: 'No unit or name like this.',
  byPassword: 'Sign in with a password',
  rolePurposes,
  setUpTitle: 'Create the first administrator',
  setUpHint: 'This page works once. Name the government whose report this is, and your own account.',
  governmentName: 'Full name of the government',
  governmentNameHint: 'As printed in the title of the consolidated report.',
  yourName: 'Your name',
  usernameHint: '2 to 40 letters, digits, dots, underscores or hyphens.',
  newPassword: 'New password',
  passwordPolicy:
    'At least 10 characters, three of: capital letters, small letters, digits, symbols; without the user name. Pasting is fine.',
  setUpAct: 'Create the administrator',
  setUpDone: 'The administrator exists. Sign in with the user name and password you just chose.',
  linkTitle: 'Set your password',
  linkHint: (name, username) => `Hello ${name}. Your user name is ${username}. Nobody but you will know the password.`,
  setPasswordAct: 'Set password',
  setPasswordDone: (username) => `The password is set. Sign in as ${username}.`,
  setPasswordWaits: (username) =>
    `The new password is kept but cannot be used yet: the link was used in the browser that made it, or ${username} is one of the three, so another person confirms it first. Until then the old password goes on; without one, wait, or ask for a new link and open it on your own computer.`,
  staleTitle: 'This link cannot be used any more',
  staleHint: 'It was used, is too old, or was replaced by a newer one. Ask the administrator for a new link.',
  staleSetUpHint: 'It was used or is too old. Starting the server again prints a new one; if the installation is set up, just sign in.',
};
