import { firstToHear } from './first-to-hear';

/** What a browser's history offers, so that a test can have one of its own. */
export interface PagesBehind {
  state: () => unknown;
  /** Path and question of the page; a hash names a place in the same page. */
  address: () => string;
  /** Adds an entry at the same address. */
  push: (state: unknown) => void;
  go: (steps: number) => void;
  /** Whether the last step went forward, as far as the browser says. */
  wentForward: () => boolean;
  /** Once a step has been answered, and before there can be another. */
  soon: (work: () => void) => void;
  /** Hears of each step before the router does. */
  onPop: (listener: (event: Pick<PopStateEvent, 'state' | 'stopImmediatePropagation'>) => void) => void;
  /** Hears of each entry that one comes to in whatever way, where the browser says so. */
  onEntry: (listener: () => void) => void;
}

const mark = 'nianbaoDialog';

/** Which of the entries of a page this is: 0 its own, the others were held for dialogs. */
function placeOf(state: unknown): number {
  const place = (state as Record<string, unknown> | null)?.[mark];
  return typeof place === 'number' ? place : 0;
}

/**
 * Back closes what is open over a page, not the page: an open dialog has an entry of its own in the browser's history. The router is not told of
 * these steps: the address and the page are the same before and after.
 *
 * Where a dialog closes in another way its entry stays, for the next dialog of the page; Back passes over it. To give it up at once would be a
 * step through the history of our own, and whoever went on in that moment would be taken back.
 */
export function createWayBack(history: PagesBehind) {
  /** What is open, the uppermost last. */
  const open: { goBack: () => void }[] = [];
  /** How many entries stand above the page's own, up to where one is, and at which address. */
  let entries = 0;
  let heldAt = '';
  let isListening = false;

  function forgetElsewhere(): void {
    if (entries > 0 && history.address() !== heldAt) entries = 0;
  }

  /** Before anything else has its turn: the next Back may come at once. Where one dialog gives way to another nothing is missing. */
  function holdEach(): void {
    forgetElsewhere();
    for (; entries < open.length; entries += 1) {
      heldAt = history.address();
      const state = history.state();
      // The router starts anew at an entry with a state that is not its own; one without any it leaves alone.
      history.push(state === null ? null : { ...(state as object), [mark]: entries + 1 });
    }
  }

  function onPop(event: Pick<PopStateEvent, 'state' | 'stopImmediatePropagation'>): void {
    const place = placeOf(event.state);
    const isWithinPage = history.address() === heldAt && place < entries && !history.wentForward();
    entries = place;
    heldAt = history.address();
    if (!isWithinPage) return;
    event.stopImmediatePropagation();
    const uppermost = open.at(-1);
    if (!uppermost) {
      history.go(-(place + 1));
      return;
    }
    uppermost.goBack();
    // Where it stays open, to ask or because it is at work, it is held again.
    history.soon(holdEach);
  }

  return {
    /** @returns lets it go again, when it has closed */
    hold(goBack: () => void): () => void {
      if (!isListening) {
        history.onPop(onPop);
        history.onEntry(forgetElsewhere);
      }
      isListening = true;
      const own = { goBack };
      open.push(own);
      holdEach();
      return () => {
        open.splice(open.indexOf(own), 1);
      };
    },
  };
}

interface BrowserNavigation {
  currentEntry: { index: number } | null;
  addEventListener: (kind: 'currententrychange', listener: (event: { from: { index: number } }) => void) => void;
}

/** That of this window. Not Next's own `pushState`, which takes each entry for a page. */
function browserHistory(): PagesBehind {
  const { navigation } = window as unknown as { navigation?: BrowserNavigation };
  let isForward = false;
  let told = () => {};
  navigation?.addEventListener('currententrychange', ({ from }) => {
    isForward = (navigation.currentEntry?.index ?? 0) > from.index;
    told();
  });
  return {
    state: () => window.history.state,
    address: () => location.pathname + location.search,
    push: (state) => History.prototype.pushState.call(window.history, state, ''),
    go: (steps) => window.history.go(steps),
    wentForward: () => isForward,
    // After React, which draws what a step changes in a microtask of its own.
    soon: (work) => queueMicrotask(work),
    onPop: (listener) => {
      firstToHear.pop = listener;
    },
    onEntry: (listener) => {
      told = listener;
    },
  };
}

let ofThisWindow: ReturnType<typeof createWayBack> | null = null;

/** @param goBack what Back does while nothing lies over it */
export function holdWayBack(goBack: () => void): () => void {
  ofThisWindow ??= createWayBack(browserHistory());
  return ofThisWindow.hold(goBack);
}
