import type { HelpText } from '../../help-text';

export const clerk: HelpText<'clerk'> = {
  start: {
    title: 'How a quarter begins',
    says: [
      'When the office opens a quarter, "My tasks" has a card for your unit: what to do, how many cells are left, when it is due. A quarter has three steps.',
    ],
    steps: [
      'Choose "Start" to open the form. Where something is filled in already, "Continue" leads to the cell where you stopped.',
      'Fill the cells that have a figure; fill what did not happen with 0 in one act. Everything is saved by itself; there is no button for it.',
      'Choose "Check and submit", settle what that page lists, and submit.',
    ],
  },
  quarter: {
    title: 'Fill in this quarter only, not the year so far',
    says: [
      'Each cell takes what happened in this quarter. "This year so far" is added up from the approved quarters and this one, and stands at the right.',
      'Grey cells are not yours to fill: Σ is a total, ↦ is carried in from the quarter before.',
      'Go to a cell and the panel at the right shows its definition, source, last quarter and the same quarter last year. To see the past below every figure, choose it under "Compare with".',
      'An opening that says "unknown" is entered by the office; fill in all the rest meanwhile, and choose "Ask the office to enter the openings".',
    ],
    steps: [
      'Write a number as you like: 1,002, １００２ or 1002件 are all read. What cannot be read shows ？ and the panel says why.',
      'Enter goes down, Tab goes right, arrows go anywhere, as in Excel.',
      'Empty is not 0: write 0 where nothing happened. An empty cell cannot be submitted.',
    ],
  },
  rest: {
    title: 'Only a few numbers: the rest is 0',
    says: ['Most quarters have a few numbers only. Type these first; the rest becomes 0 in one act, and what you typed stays.'],
    steps: [
      'Fill in the cells that have a number.',
      'Press Alt+R or choose "Rest is 0"; for one table, "Rest of this table is 0".',
      'Look at what it will write. Closings are not 0: they follow from opening, increase and decrease; agree to those above 0.',
      'Confirm. Ctrl+Z takes all of it back.',
    ],
  },
  zero: {
    title: 'Nothing at all: the zero report',
    says: [
      'Where nothing happened in the whole quarter, press Alt+0 or choose "Zero report": all flows become 0, balances stay as they were.',
      '"Zero report" writes 0 over what you typed. To keep that, use "Rest is 0".',
      'Where one table only is empty, choose "Nothing this period" there.',
    ],
  },
  paste: {
    title: 'Paste from Excel or WPS',
    says: [
      'A whole block can be pasted. Copy it together with the titles of rows and columns: figures are then matched by title, and a row more or less moves nothing.',
    ],
    steps: [
      'Select the table in Excel, WPS or Word and press Ctrl+C.',
      'Go to any cell of the same table here and press Ctrl+V.',
      '"Paste preview" shows old and new in each cell. Totals and carried cells are left out.',
      'Write it when it is right. Ctrl+Z takes it back in one step.',
    ],
  },
  workbook: {
    title: 'By workbook: take out, fill in, bring in',
    says: [
      'Where you cannot stay connected, use the "Excel / WPS workbook": take the quarter out, fill it in, bring it back. Titles and totals are locked; fill in the rest.',
    ],
    steps: [
      'Choose "Take out the workbook", open it in Excel or WPS, fill it in and save it.',
      'Come back to the page and choose the file.',
      'Look at what would change. Problems are listed by sheet and cell, and nothing is written before they are mended.',
      'Where somebody changed the same cell here meanwhile, you choose which one stays.',
    ],
  },
  signs: {
    title: 'What the signs in the cells mean',
    says: ['Each sign has a colour too, and the panel at the right says it in words. "Legend" above the table can be opened at any time.'],
    table: [
      ['？', '"Cannot be read": no number; the panel says why and what it may have been'],
      ['✕', '"Must fix": contradicts other figures; nothing can be submitted before it is mended'],
      ['！', '"Explain": it may be right, but somebody has to say why'],
      ['i', '"Hint": have a look; it stops nothing'],
      ['✎', '"Has a remark to answer": the reviewer wrote about this cell'],
      ['⚠', '"Not saved": the panel says why'],
      ['⇄', '"Changed by two people": choose which one stays'],
      ['·, ↑', '"Not saved yet", "Waiting to be sent": wait a moment; without a network it is kept on this computer'],
      ['✓', '"Saved"'],
      ['Σ, ↦', '"Computed", "Carried in from the previous period": not yours to fill in'],
    ],
  },
  saving: {
    title: 'Saving, and no network',
    says: [
      'A cell is saved when you leave it; "Saved" and the time stand at the top right. Without a network go on: it is kept on this computer and sent later.',
      'Nothing is lost when your session ends: sign in in a new tab, come back to the page and go on.',
      'Two people may fill in one table. Where both typed into one cell, both values are shown and you choose.',
    ],
  },
  findings: {
    title: 'Findings and explanations',
    says: [
      'The form is checked while you type. Mend what says "Must fix"; where it says "Explain" and the figure is right, say why.',
      'Give the reason itself, such as "40 old requests were answered this quarter", not just "correct".',
      'Where a figure is right and the rule still says "Must fix", choose "Ask for an exception" and give the reason; another person countersigns it, and then it can be submitted.',
      'Below an explanation that is written, files can be added as evidence: chosen, dropped or pasted; PDF, pictures, Word, Excel, 10 MB each at most. Once the quarter is submitted they stay as they are.',
      'When the figures change afterwards, the explanation lapses and has to be confirmed.',
    ],
  },
  text: {
    title: 'The text',
    says: [
      '"Text" says how the work went this quarter; the office uses it for the annual report. Words only, no layout, best below 1000 characters.',
      'Where the office asks your unit for a text, "My tasks" has a card for it.',
    ],
  },
  submit: {
    title: 'Check and submit',
    says: ['The top of "Check and submit" says what is left. When nothing is, the button works.'],
    steps: [
      'Press Alt+B or choose "Check and submit".',
      'Each line of what has to be settled leads to its cell.',
      'Where the head of the unit signs first, they find it in their own "My tasks"; it can be submitted after that.',
      'Choose the button at the top. What is submitted is what the page shows.',
      'Sent too early: until a reviewer opens it, "Recall" on the same page brings it back.',
    ],
  },
  late: {
    title: 'Not in time: an extension',
    says: [
      'Beside the due day is "Ask for an extension": until when, and why. You are told what the office decides, and the new day stands wherever the old one did.',
      'Where the office has due days lock, nothing can be entered after that day. What was entered is there, a finished quarter can be submitted as it stands, and what arrived too late is kept on your computer and saved once there is an extension. Comments stay possible.',
    ],
  },
  returned: {
    title: 'It was returned',
    says: ['A returned quarter has its card in "My tasks". It is no black mark: mend it and submit again.'],
    steps: [
      'Open the form; the reason and the list of remarks are at the top.',
      'Choose a remark to get to its cell or paragraph.',
      'Answer each one: changed, or not changed and why. Where a remark is not clear, ask below it first.',
      'When all are answered, check and submit again.',
    ],
  },
  corrections: {
    title: 'A mistake after locking: the correction slip',
    says: [
      'A locked quarter takes no typing. A correction slip is signed by the unit and by the office, and then it counts. A published report stays; the next edition has the corrected figures.',
    ],
    steps: [
      'Go to "Corrections" and begin a slip, or choose "Write a correction…" on the locked form.',
      'Choose the cells and enter what is right. Totals, balances and the year follow by themselves.',
      'Give the reason and choose "Sign and send to the office".',
      'Until the office has signed it can be withdrawn.',
    ],
  },
  practice: {
    title: 'Practise first',
    says: [
      'Begin a practice in "My tasks". It is filled in and submitted like the real one and counts towards nothing; "Clear and start again" or "End practice" at any time.',
    ],
  },
  print: {
    title: 'Print the form',
    says: ['Printing gives the form on A4, to be signed, sealed and kept; the empty form can be printed to be filled in by hand.'],
  },
};
