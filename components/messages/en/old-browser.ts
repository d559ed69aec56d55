import type { OldBrowserWords } from '../zh/old-browser';

export const oldBrowser: OldBrowserWords = {
  title: 'This browser is too old for Nianbao',
  found: ({ name, version }) => `Browser found: ${name} ${version}.`,
  needed: ({ needed }) => `Needed at least: ${needed}.`,
  nothingLost: 'You did nothing wrong, and everything that was saved is on the server.',
  whatToDo: 'What you can do',
  ways: [
    'See whether this computer has another browser: Chrome or Edge 111, Firefox 111, Safari 16.4, or newer.',
    'In 360, Qaxbrowser and the like: look up the version of the engine under "About", update to engine 111 or newer, and use the fast mode.',
    'If you cannot install software, give the versions on this page to those who look after your computers, or file from another one.',
    'If the deadline is near, tell the office for information disclosure first.',
  ],
  oldWindows: 'On Windows 7 and 8, Chrome and Edge end at 109 and cannot be updated; Firefox 115 ESR can be installed there.',
  continueHint: 'If you are sure that the browser is new enough and only taken for another, go on. Pages may be incomplete.',
  continueAnyway: 'Continue anyway',
  noScript:
    'JavaScript is switched off in this browser: pages can be read, but nothing can be filled in. Switch it on and reload, or use another browser.',
};
