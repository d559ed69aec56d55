import { counted, plural } from '@/server/domain/plural';
import type { Messages } from '../zh';

const units = (n: number) => counted(n, 'unit');
const paragraphs = (n: number) => counted(n, 'paragraph');
const indicators = (n: number) => `${n} local ${plural(n, 'indicator')}`;
const cells = (n: number) => counted(n, 'cell');

export const rollOver: Messages['rollOver'] = {
  context: (from, to) =>
    `Roll over to ${to}: what ${from} brings into the new year is listed first and done in the last step. What is not listed is not carried.`,
  steps: {
    before: 'Before',
    year: 'Year and due days',
    units: 'Units and openings',
    indicators: 'Indicators',
    texts: 'Texts',
    confirm: 'Check and roll over',
  },
  stepOf: (n, of, name) => `Step ${n} of ${of}: ${name}`,
  next: 'Next',
  previous: 'Back',
  isThere: (year) => `${year} exists already. What it has stays as it is; only what is missing is added.`,

  before: {
    intro: (from) => `None of this stops the roll-over. Whatever still changes in ${from}, the new year follows.`,
    editions: (from) => `Reports of ${from}`,
    lacking: (scopes) => `No edition yet: ${scopes}. So there are no texts to carry and nothing to check the openings against.`,
    allThere: 'Both the consolidated and the own-organ report have an edition.',
    quarters: 'Quarters',
    done: (of) => `all ${units(of)} approved`,
    left: (n, of) => `${n} of ${units(of)} not approved yet: `,
    closings: 'Closings',
    closingsKnown: 'Every fourth quarter is approved, so the closings stand.',
    closingsLeft: (n) =>
      `The fourth quarter of ${units(n)} is not approved; once it is, the openings of the new year follow by themselves.`,
  },

  year: {
    format: 'Form:',
    formatIs: (format) => `the form of ${format}, which the new year calls for`,
    rows: 'Rows "other" of table three',
    rowVariants: { other_three: 'three rows (form of 2021)', other_single: 'one row (form of 2019)' },
    fixed: 'The year exists, so this stays.',
    due: 'Due days',
    dueHint: 'Proposed as the 15th of the month after; change them as needed.',
    dueOf: (quarter) => `Due day of ${quarter}`,
    opened: 'open; change its day on the page of years',
    notCarried:
      "Not carried: last year's filings, correction slips, explanations, exceptions, adjustments, notes and local facts. They belong to last year alone.",
  },

  units: {
    title: 'Units',
    filing: (n) => `${units(n)} will file in the new year.`,
    same: 'No unit was opened, closed, merged or renamed.',
    opened: (name, day) => `${name}: opened ${day}`,
    closed: (name, day, successor) =>
      successor ? `${name}: closed ${day}, its balances pass to ${successor}` : `${name}: closed ${day}, nobody succeeds it`,
    openings: 'Openings',
    derived:
      "Openings are not copied: the new year follows the closings of the fourth quarter (or, without one, last year's edition) for as long as they may change.",
    known: (n, of) => `All openings are known for ${n} of ${units(of)}.`,
    unknown: (n) => `Openings are missing for ${units(n)}:`,
    unknownCells: (name, n) => `${name} (${cells(n)})`,
    unknownHint:
      "They become known when the fourth quarter is approved or last year's report is adopted. After the roll-over they can be entered with a reason.",
    perUnit: 'Openings above 0, unit by unit',
    unit: 'Unit',
    openedWith: 'Openings above 0',
    none: 'all 0',
    item: (name, value) => `${name} ${value}`,
    differences: (n) => `The published report of ${units(n)} differs from the closings of the ledger`,
    differencesHint:
      'The ledger counts unless you say otherwise. Tick a unit to open it with what was published; the reason goes into the event log with each figure.',
    take: (name, edition) => `${name}: take the published report (edition ${edition})`,
    cell: 'Cell',
    ledger: 'Ledger',
    published: 'Published',
    reason: 'Why the published report counts',
    reasonMissing: 'Give the reason why the published report counts.',
  },

  indicators: {
    intro: 'Keys stay, so that years can be compared. Units that have closed are no longer asked.',
    none: 'Last year had no local indicators.',
    name: 'Indicator',
    addsUp: { opening: 'opening', flow: 'adds up', closing: 'level', computed: 'computed' },
    measure: (unit, kind) => `${unit}, ${kind}`,
    askedAll: 'all units',
    asked: (n) => units(n),
    states: {
      new: 'can be carried',
      there: 'the new year has it',
      differs: 'the new year has another one of that name',
      retired: 'retired, not carried',
      nobody: 'everyone asked has closed, not carried',
    },
    choose: 'Carry',
    chooseOf: (name) => `Carry indicator: ${name}`,
  },

  texts: {
    intro: (from) =>
      `Only ticked paragraphs are carried; the preamble is ticked already. Live numbers become the same numbers of the new year; other digits come as they are and must each be accounted for. A carried paragraph is marked "from ${from}, not confirmed" and blocks finalising until it is confirmed or rewritten.`,
    none: 'Last year has no edition, so there is no text to carry.',
    of: (organ, scope, edition) => `${organ} (${scope}), edition ${edition}`,
    units: (n) => `Own reports of the units (${n})`,
    chosen: (n, of) => `${n} of ${paragraphs(of)} chosen`,
    isFinal: 'The new report has an edition already; nothing is carried into it.',
    isThere: 'already there',
    live: (n) => `${n} live ${plural(n, 'number')}`,
    untyped: (numbers) => `not typed: ${numbers}`,
    oldYears: (years) => `names ${years}`,
    choose: (text, n) => `Carry paragraph ${n} of "${text}"`,
  },

  confirm: {
    made: 'What will be done',
    kept: 'Stays as it is',
    newYear: (year, format) => `the year ${year} in the form of ${format}, with four quarters`,
    due: (days) => `due days: ${days}`,
    openings: (n, of) => `${cells(of)} of ${units(n)} open with what was published`,
    openingsDerived: 'openings follow the closings; nothing is written',
    indicators,
    paragraphs: (n) => `${paragraphs(n)} of text, each marked "not confirmed"`,
    nothingElse: 'Nothing else is carried.',
    act: (year) => `Roll over to ${year}`,
    undo: 'A roll-over only adds. Paragraphs can be deleted in the report, indicators retired.',
    done: (year) => `Rolled over to ${year}.`,
  },

  result: {
    title: (year) => `${year}: result of the roll-over`,
    context: (from) => `Rolled over from ${from}: what was made, and what is left to do.`,
    made: 'What was made',
    act: (when, by) => `${when} ${by}`,
    year: (year) => `the year ${year} with the due days of its quarters`,
    openings: (n) => `${cells(n)} opened with what was published`,
    indicators,
    paragraphs: (n) => `${paragraphs(n)} carried`,
    left: 'What is left to do',
    nothingLeft: 'Nothing is left to do.',
    carried: (organ, scope, n) => `${organ} (${scope}): ${paragraphs(n)} to confirm or rewrite`,
    oldYears: (years) => `, still naming ${years}`,
    unknownOpenings: (n) => `Openings are not known for ${units(n)}: `,
    notOpened: (quarter, due) => `${quarter} is not open yet, due ${due}`,
    toYears: 'Open quarters',
    unfinished: (quarter, n) => `${quarter} of last year: ${units(n)} not approved`,
    withoutEdition: (scope) => `Last year's ${scope} report is not finalised`,
    again: 'See again what can be rolled over',
  },

  mark: {
    title: (n) => `${paragraphs(n)} from last year, not confirmed`,
    from: (year) => `from ${year}, not confirmed`,
    by: (name, when) => `carried by ${name}, ${when}`,
    oldYears: (years) => `still names ${years}`,
    hint: 'Confirm that it still holds, or rewrite it. Until then the report cannot be finalised.',
    confirm: 'It still holds',
    confirmOf: (words) => `It still holds: ${words}`,
    confirmed: 'Confirmed, and recorded in the event log.',
    show: 'Show it in the text',
    obstacle: (text, year) => `${text}: from ${year}, not confirmed`,
    obstacleYears: (years) => `Still names ${years}.`,
  },
};
