import type { HelpText } from '../../help-text';

export const reviewer: HelpText<'reviewer'> = {
  queue: {
    title: 'The queue: where to begin',
    says: [
      '"Review" lists the quarters that wait for you, risk first: exceptions, explained findings, resubmissions. Who has not submitted yet is on the "Board".',
      'Where several review, "Take it on" tells the others that this one is yours.',
      'J and K move, Enter opens; after one filing J goes to the next without the list.',
    ],
  },
  submission: {
    title: 'A submission: what to look at',
    says: ['After "Start review" the clerk can neither recall nor change it. One way through:'],
    steps: [
      '"Since the last submission": of a resubmission read the changed cells only.',
      '"Findings": read each explanation; does it give the reason? Files beside it are downloaded by their names.',
      'The tables: choose a cell to see its definition and past. △ differs from the last submission, ✎ has a remark.',
      'The text: is it of use for the annual report?',
    ],
  },
  remarks: {
    title: 'Write remarks',
    says: ['A remark is pinned to a cell or a paragraph and sent with the return; until then only you see it, on any computer.'],
    steps: [
      'Choose the cell or the paragraph.',
      'Say what is wrong and how to mend it. Alt+↓ opens "Phrases" you use often.',
      'Choose "Add remark". It can be removed again.',
      'To ask without returning, write a "Comment"; the unit sees it at once.',
    ],
  },
  decide: {
    title: 'Approve, return, take back',
    says: [
      'After "Approve" the quarter counts in the annual report. "Return for changes" needs one remark and a reason. What you filled in or submitted yourself is for somebody else.',
      'Approved by mistake: "Take the approval back", until the quarter is locked or the next one submitted. Later an administrator can "Unlock" it.',
      'When it comes again, read the earlier remarks with their answers, then the changed cells.',
    ],
  },
  bulk: {
    title: 'Approve several at once',
    says: [
      'Several can be approved in one act, each with a line of its main figures and those of last year. What has explanations is ticked one by one once read; what has open findings cannot go along.',
    ],
    steps: [
      'Tick them in the list, or all that have nothing to explain.',
      'Choose to approve them and read the names.',
      'Confirm. One that changed meanwhile stays, with the reason.',
    ],
  },
  countersign: {
    title: 'Countersign an exception',
    says: [
      'Where a clerk is sure and a rule still says "Must fix", they ask for an exception with a reason. It counts once another person countersigns.',
      'Open it under "Exceptions waiting for a second signature", read the reason and both sides, then sign. When the figures change, both lapse.',
    ],
  },
  phrases: {
    title: 'Phrases',
    says: ['Add what you often write under "Phrases" once and take it from there in a remark. The whole office shares one list.'],
  },
};
