import type { HelpText } from '../../help-text';

export const admin: HelpText<'admin'> = {
  setUp: {
    title: 'The order of a year',
    says: ['"Office" holds the office’s own pages. A year goes about like this:'],
    steps: [
      '"Units" and "People": units, posts, links.',
      '"Years": create the year, open each quarter in its time.',
      '"Opening balances": typed in the first year, taken over later.',
      '"Board": who is missing; "Review": what has come.',
      '"Reports": with four quarters in, write, sign, finalise, download.',
      '"Year-end": begin the next year.',
    ],
  },
  units: {
    title: 'Units',
    says: [
      'Units are a tree: below the government are the office, departments and streets. "Add a unit" asks for name, kind, powers and first day.',
      'Cells of powers a unit does not have are not applicable and nobody fills them. To have its head sign first, use "Edit": "The head of the unit signs before submission".',
      'Merging and renaming are done here too: open cases go to the successor, past figures stay.',
    ],
  },
  people: {
    title: 'People and posts',
    says: ['What somebody may do follows from their post in a unit. There are no first passwords.'],
    steps: [
      '"Add a person": name, user name, unit and post.',
      'Give them the link that is shown; it works once and they choose their own password.',
      'Forgotten password: "New link".',
      'Somebody else takes over: "Give a post" to them, then "End the post" of the one before and name the "Successor", who gets what is unfinished.',
      '"Disable" whoever leaves; what they did stays on record.',
    ],
  },
  years: {
    title: 'Years and quarters',
    says: ['"Create the year" sets the due dates of four quarters; units get a task when a quarter is opened.'],
    steps: [
      'Write the year and choose "Create the year".',
      'Change a due date where needed.',
      'Choose "Open". Units whose openings are not known are listed.',
      'Units that came later get theirs by "Add new units".',
      'When all are approved, "Close" locks the quarter.',
    ],
  },
  openings: {
    title: 'Opening balances',
    says: [
      'Cases carried over, documents in force, disputes pending. Where last year’s fourth quarter or report is here they are taken over; else write them with their source.',
      'Below they are compared with last year’s report cell by cell. A clerk who asks for them does so in the comments of the quarter.',
    ],
  },
  indicators: {
    title: 'Local indicators',
    says: [
      'Figures of your own: "Add an indicator" with name, unit of measure, how it adds up and who is asked. They are filled in with the quarter and never printed in the statutory tables.',
    ],
  },
  progress: {
    title: 'Board: who is missing',
    says: [
      'A row is a unit, a column a quarter; each colour has its word. "Show" can be set to the overdue ones, "Order" to risk first.',
      'A cell opens that quarter. "Year so far" adds up what is approved; any figure there shows whose it is.',
    ],
  },
  chasing: {
    title: 'Chasing units',
    says: [
      'On the page of progress each quarter has "Chase" above it. The units that have not submitted stand there, the overdue first, with their clerks, telephone numbers, and who chased them last and when; a unit without a clerk says so.',
      'A telephone number is given by its person under "My account", or by an administrator among the people. The office alone sees it.',
    ],
    steps: [
      'Tick units, or choose all that are overdue or not submitted.',
      'Add a sentence where it helps, and look at what the clerks will see. It holds no figure, for it is sent by mail.',
      'Press "Chase". Whoever was chased within a day is chased again only when you say so.',
      'For a group chat, "Copy the list (for a chat)"; for the telephone, download the list with numbers.',
    ],
  },
  workbooks: {
    title: 'Workbooks of all units',
    says: [
      'For units that do not fill in here: "Workbooks of all units" is one zip with a workbook for each. Choose those that came back, look at what each would change, and bring them in.',
    ],
  },
  extensions: {
    title: 'Extensions, and due days that lock',
    says: [
      '"Extensions" on the board lists what units ask for and what was given: "Grant", "Decline", "Change", "Withdraw". A late unit has "Extend" in its cell. The reason is shown to the unit; a day later than the law has it for publishing is named at once.',
      '"Due days that lock", on the page of years, stops entries after the due day; it is off unless you switch it on. A returned quarter has the days set there at least, or the day its reviewer states.',
    ],
  },
  found: {
    title: 'Findings of all units',
    says: [
      'Look here before you sign: of the quarters submitted in a year, which rule, which unit, what was explained. Filter by quarter, weight and rule, or download the list.',
    ],
  },
  report: {
    title: 'Write the annual report',
    says: ['Open the report under "Reports". At its right are "Checks", "Texts" and "Edition" with what is left.'],
    steps: [
      '"Checks": settle the findings, ask the units for what is missing.',
      '"Texts": part by part. Two opening braces insert a number that follows the tables; what units wrote can be taken over.',
      'Where a number is wrong, follow it to its source first: return, unlock or a correction slip. What has to be adjusted in the report itself takes a reason and a second person.',
      'When nothing is left it can be sent round and finalised.',
    ],
  },
  finalise: {
    title: 'Signatures and edition',
    says: [
      'Finalising freezes what the page shows as a numbered edition and locks its quarters. Corrections become a new edition; the old one stays.',
    ],
    steps: [
      'With signing steps: "Send round for signature" and wait for all.',
      'A change after a signature lets that signature lapse.',
      'When all have signed and nothing is left, finalise. You are asked for your password again.',
      'Print the "Edition sheet" for the files; two editions can be compared.',
    ],
  },
  files: {
    title: 'Files',
    says: [
      'A report can be had as Word, PDF, web page, Excel, CSV, JSON and a one-page digest, or all in one zip. What is not final says so on the page.',
    ],
  },
  ownReports: {
    title: 'Reports of all units',
    says: [
      '"Reports of all units" puts together and checks each unit’s own; those that are ready are finalised in one act and downloaded in one file. The others say what they lack.',
    ],
  },
  adopt: {
    title: 'Adopt a published report',
    says: [
      'A report of an earlier year is taken in from its JSON file as that year’s edition; trends and checks use it. It is checked first.',
    ],
  },
  rollOver: {
    title: 'Year-end',
    says: [
      '"Year-end" makes the next year in one act: quarters, openings, indicators and texts that can be kept. It shows first what it will do, and afterwards a page with the result.',
    ],
  },
  signing: {
    title: 'Signing steps',
    says: [
      'Which posts sign before a report is final, in which order, each for what. "Take the usual three" is a beginning. Without steps an administrator finalises alone.',
    ],
  },
  ruleNotes: {
    title: 'Notes on rules, and how to reach you',
    says: [
      'What clerks and reviewers think of a rule comes to "Notes on rules"; answer it there.',
      'How the office is reached is set here too: it stands at the foot of every page and at the sign-in.',
    ],
  },
  wording: {
    title: 'Wording and repetition',
    says: ['Words that do not belong in a report, and how much of last year’s text may come again before it is told.'],
  },
  announcing: {
    title: 'Announcements',
    says: [
      'What everybody should know becomes one of the "Announcements": to everybody, to the people of some units, or to one kind of post, until a day. It stands on top of their home pages, where each may put it away, and is gone after its last day.',
      'Other words are shown again to whoever has put it away; after "Withdraw" nobody sees it.',
    ],
  },
  sending: {
    title: 'Sending',
    says: [
      '"Sending" shows whether mail and robots work, and lists what did not arrive with its reason, to be sent again. Addresses and keys are set at the server.',
    ],
  },
  backups: {
    title: 'Backups',
    says: ['Whether the last backup and the last restore drill are in order. Backups make themselves; restoring is done at the server.'],
  },
};
