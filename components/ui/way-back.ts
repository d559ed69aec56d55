import { firstToHear } from './first-to-hear';

/** What a browser's history offers, so that a test can have one of its own. */
export interface PagesBehind {
  state: () => unknown;
  /** Path and question of the page; a hash names a place in the same page. */
  address: () => string;
  /** Adds an entry at the same address. */
  push: (state: unknown) => void;
  go: (steps: number) => void;
  /** Said where a step of ours has ended: what the router wrote while it was on its way belongs there. */
  arrived: () => void;
  /** Whether the last step went forward, and whether there is more of it ahead. */
  wentForward: () => boolean;
  canGoForward: () => boolean;
  /** Once what happens now is over: one dialog may close in order that another opens. */
  later: (work: () => void) => void;
  onPop: (listener: (event: Pick<PopStateEvent, 'state' | 'stopImmediatePropagation'>) => void) => void;
}

const mark = 'nianbaoDialog';

function isMarked(state: unknown): boolean {
  return typeof state === 'object' && state !== null && mark in state;
}

/**
 * Back closes what is open over a page, not the page: each open dialog has an entry of its own in the browser's history, which goes when the
 * dialog closes in another way. The router is not told of these steps: the address and the page are the same before and after.
 *
 * An entry may outlive its dialog: one that leads to another page leaves it behind, and Forward comes upon it after the dialog has closed.
 * Such an entry is passed over.
 */
export function createWayBack(history: PagesBehind) {
  /** What is open, the uppermost last. */
  const open: { goBack: () => void }[] = [];
  /** How many entries of the history are held for it, and at which address. */
  let entries = 0;
  let heldAt = '';
  let isGoing = false;
  let isPlanned = false;
  let isListening = false;

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    history.later(() => {
      isPlanned = false;
      settle();
    });
  }

  function settle(): void {
    if (isGoing) return;
    // The page went on to another: what was held lies behind it.
    if (entries > 0 && history.address() !== heldAt) entries = 0;
    if (open.length > entries) {
      heldAt = history.address();
      for (; entries < open.length; entries += 1) {
        const state = history.state();
        // The router starts anew at an entry with a state that is not its own; one without any it leaves alone.
        history.push(state === null ? null : { ...(state as object), [mark]: entries + 1 });
      }
    }
    if (open.length < entries) {
      const surplus = entries - open.length;
      entries = open.length;
      step(-surplus);
    }
  }

  function step(steps: number): void {
    isGoing = true;
    history.go(steps);
  }

  function onPop(event: Pick<PopStateEvent, 'state' | 'stopImmediatePropagation'>): void {
    if (isGoing) {
      isGoing = false;
      event.stopImmediatePropagation();
      history.arrived();
      plan();
      return;
    }
    if (entries > 0 && history.address() === heldAt) {
      event.stopImmediatePropagation();
      entries -= 1;
      open.at(-1)?.goBack();
      // Where it stays open, to ask or because it is at work, it is held again.
      plan();
      return;
    }
    entries = 0;
    if (!isMarked(event.state)) return;
    if (!history.wentForward()) step(-1);
    else step(history.canGoForward() ? 1 : -1);
  }

  return {
    /** @returns lets it go again, when it has closed */
    hold(goBack: () => void): () => void {
      if (!isListening) history.onPop(onPop);
      isListening = true;
      const own = { goBack };
      open.push(own);
      plan();
      return () => {
        open.splice(open.indexOf(own), 1);
        plan();
      };
    },
  };
}

interface BrowserNavigation {
  currentEntry: { index: number } | null;
  canGoForward: boolean;
  addEventListener: (kind: 'currententrychange', listener: (event: { from: { index: number } }) => void) => void;
}

/** That of this window. Not Next's own `pushState`, which takes each entry for a page. */
function browserHistory(): PagesBehind {
  const { navigation } = window as unknown as { navigation?: BrowserNavigation };
  let isForward = false;
  let restore = () => {};
  const written: (() => void)[] = [];
  /** A page may be gone to in the very moment a dialog closes: the step that gives up its entry would lead away from the new page again. */
  const noteWrites = () => {
    const { pushState, replaceState } = window.history;
    const noted =
      (write: typeof pushState, again: typeof pushState): typeof pushState =>
      (...what) => {
        written.push(() => again.apply(window.history, what));
        write.apply(window.history, what);
      };
    window.history.pushState = noted(pushState, History.prototype.pushState);
    window.history.replaceState = noted(replaceState, History.prototype.replaceState);
    return () => {
      window.history.pushState = pushState;
      window.history.replaceState = replaceState;
    };
  };
  navigation?.addEventListener('currententrychange', ({ from }) => {
    isForward = (navigation.currentEntry?.index ?? 0) > from.index;
  });
  return {
    state: () => window.history.state,
    address: () => location.pathname + location.search,
    push: (state) => History.prototype.pushState.call(window.history, state, ''),
    go: (steps) => {
      restore = noteWrites();
      window.history.go(steps);
    },
    arrived: () => {
      restore();
      for (const write of written.splice(0)) write();
    },
    wentForward: () => isForward,
    canGoForward: () => navigation?.canGoForward ?? false,
    later: (work) => setTimeout(work, 0),
    onPop: (listener) => {
      firstToHear.pop = listener;
    },
  };
}

let ofThisWindow: ReturnType<typeof createWayBack> | null = null;

/** @param goBack what Back does while nothing lies over it */
export function holdWayBack(goBack: () => void): () => void {
  ofThisWindow ??= createWayBack(browserHistory());
  return ofThisWindow.hold(goBack);
}
