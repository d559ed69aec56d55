import type { HelpMessages } from '../help-text';
import { admin } from './help/admin';
import { clerk } from './help/clerk';
import { everybody } from './help/everybody';
import { head } from './help/head';
import { reviewer } from './help/reviewer';

export const help: HelpMessages = {
  title: 'Help',
  context: 'Choose a guide. F1 on any page opens what is told of it.',
  guides: {
    clerk: {
      title: 'How to fill in (clerk)',
      hint: 'From the beginning of a quarter to submitting, returns and corrections',
      picture: 'The form of a quarter: figures at the left, definition and past of the cell at the right',
    },
    head: { title: 'How to sign (head of the unit)', hint: 'A quarter before it is submitted; the annual report' },
    reviewer: {
      title: 'How to review (reviewer)',
      hint: 'Queue, remarks, return, approve, several at once',
      picture: 'A submission: verdict, changes, tables and the decision',
    },
    admin: {
      title: 'How to run it (administrator)',
      hint: 'Units, people, years, openings, report, edition, files',
      picture: 'The board: a row for each unit, a column for each quarter',
    },
    everybody: { title: 'For everybody', hint: 'Finding, reports, trends, rules, account' },
  },
  toKeys: 'Table of keys',
  keys: {
    title: 'Table of keys',
    context: 'Those of Excel and WPS; everything can be done without a mouse.',
    key: 'Key',
    does: 'What it does',
    rows: [
      ['F1, ?', 'opens the help of this page (? in a field is just a character)'],
      ['Ctrl+K', 'finds pages, units, cells of this form, rules'],
      ['a digit or letter', 'replaces what stands in a cell one has just come to'],
      ['↑ ↓, ← →', 'the cell there; in the middle of a text ← → move the caret'],
      ['Enter, Shift+Enter', 'the next cell of the column that can be filled in, down or up'],
      ['Tab, Shift+Tab', 'the next cell that can be filled in; Enter after Tabs goes to the next row of the column in which they began'],
      ['Ctrl+Z', 'takes back an entry, a Delete, a paste, a fill'],
      ['Ctrl+Y, Ctrl+Shift+Z', 'brings it back'],
      ['Delete', 'clears the cell, or the cells of a range'],
      ['Ctrl+A', 'the text of the cell; once more, the table'],
      ['Shift+arrow, Ctrl+D', 'selects cells; fills down'],
      ['Esc', 'lets go of a range; else brings back what stood there'],
      ['Ctrl+Home, Ctrl+End', 'the first and the last cell that can be filled in'],
      ['Ctrl+Enter', 'what is said beside the cell; there Ctrl+Enter or Esc leads back'],
      ['Alt+0, Alt+R, Alt+B, Alt+M', 'zero report, rest is 0, check and submit, follow up'],
      ['Alt+PageDown, Alt+PageUp', 'the next table and the one before, at the first cell still to fill in'],
      ['J, K, Enter', 'in the review: next, previous, open'],
      ['Alt+↓', 'phrases, while writing a remark'],
    ],
  },
  clerk,
  head,
  reviewer,
  admin,
  everybody,
};
