import { describe, expect, it, vi } from 'vitest';
import { createWayBack, type PagesBehind } from './way-back';

interface Entry {
  address: string;
  state: { page: string } | null;
}

/** A browser with the pages a and b behind it, at b. */
function aBrowser() {
  const entries: Entry[] = [
    { address: '/a', state: { page: 'a' } },
    { address: '/b', state: { page: 'b' } },
  ];
  let at = 1;
  let isForward = false;
  const work: (() => void)[] = [];
  /** What the router hears of. */
  const heard: (string | undefined)[] = [];
  let onEntry = () => {};
  let onPop: Parameters<PagesBehind['onPop']>[0] = () => {};
  const here = () => entries[at] as Entry;
  const put = (entry: Entry) => {
    entries.splice(at + 1, entries.length, entry);
    at += 1;
    isForward = true;
    onEntry();
  };
  const microtasks: (() => void)[] = [];
  const step = (target: number) => {
    if (!entries[target]) return;
    isForward = target > at;
    at = target;
    onEntry();
    let isTold = true;
    onPop({ state: here().state, stopImmediatePropagation: () => (isTold = false) });
    for (let next = microtasks.shift(); next; next = microtasks.shift()) next();
    if (isTold) heard.push(here().state?.page);
  };
  const go = (steps: number) => {
    const target = at + steps;
    work.push(() => step(target));
  };
  const run = () => {
    for (let next = work.shift(); next; next = work.shift()) next();
  };
  const wayBack = createWayBack({
    state: () => here().state,
    address: () => here().address,
    push: (state) => put({ address: here().address, state: state as Entry['state'] }),
    go,
    wentForward: () => isForward,
    soon: (one) => microtasks.push(one),
    onPop: (listener) => (onPop = listener),
    onEntry: (listener) => (onEntry = listener),
  });
  return {
    run,
    heard,
    press: (steps: number) => {
      go(steps);
      run();
    },
    /** Back again before anything else has had its turn. */
    pressAtOnce: (times: number) => {
      for (let time = 0; time < times; time += 1) step(at - 1);
      run();
    },
    goTo: (page: string) => put({ address: `/${page}`, state: { page } }),
    /** What the router does when a page is loaded anew: it writes its own state over the entry. */
    refresh: () => (here().state = { page: here().address.slice(1) }),
    where: () => [at, here().address] as const,
    open: (goBack: (close: () => void) => void = (close) => close()) => {
      const close = vi.fn(() => letGo());
      const letGo = wayBack.hold(() => goBack(close));
      run();
      return () => {
        close();
        run();
      };
    },
    hold: wayBack.hold,
  };
}

describe('Back while a dialog is open', () => {
  it('closes the dialog, and the next one leaves the page', () => {
    const browser = aBrowser();
    const asked = vi.fn((close: () => void) => close());
    browser.open(asked);
    browser.press(-1);
    expect(asked).toHaveBeenCalledOnce();
    expect(browser.where()).toEqual([1, '/b']);
    expect(browser.heard).toEqual([]);
    browser.press(-1);
    expect(browser.where()).toEqual([0, '/a']);
    expect(browser.heard).toEqual(['a']);
  });

  it('that stays open is told each time', () => {
    const browser = aBrowser();
    const asked = vi.fn();
    browser.open(asked);
    for (let time = 1; time <= 3; time += 1) {
      browser.press(-1);
      expect(asked).toHaveBeenCalledTimes(time);
      expect(browser.where()).toEqual([2, '/b']);
    }
  });

  it('closes it however quickly it follows its opening', () => {
    const browser = aBrowser();
    const asked = vi.fn();
    browser.hold(asked);
    browser.pressAtOnce(1);
    expect(asked).toHaveBeenCalledOnce();
    expect(browser.heard).toEqual([]);
  });

  it('that stays open stays so however quickly the next one follows', () => {
    const browser = aBrowser();
    const asked = vi.fn();
    browser.open(asked);
    browser.pressAtOnce(3);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(browser.where()).toEqual([2, '/b']);
    expect(browser.heard).toEqual([]);
  });

  it('closes the uppermost of two, then the other', () => {
    const browser = aBrowser();
    const closed: string[] = [];
    for (const name of ['below', 'above'])
      browser.open((close) => {
        closed.push(name);
        close();
      });
    browser.press(-1);
    expect(closed).toEqual(['above']);
    browser.press(-1);
    expect(closed).toEqual(['above', 'below']);
    expect(browser.where()).toEqual([1, '/b']);
  });
});

describe('the history after dialogs', () => {
  it('has one entry more after ten of them, which Back passes over and Forward comes to in vain', () => {
    const browser = aBrowser();
    for (let time = 0; time < 10; time += 1) browser.open()();
    expect(browser.where()).toEqual([2, '/b']);
    browser.press(-1);
    expect(browser.where()).toEqual([0, '/a']);
    browser.press(1);
    browser.press(1);
    expect(browser.where()).toEqual([2, '/b']);
    browser.press(-1);
    expect(browser.where()).toEqual([0, '/a']);
  });

  it('holds the next dialog by the entry of the one before, whichever way that closed', () => {
    const browser = aBrowser();
    const letGo = browser.hold(() => {});
    browser.run();
    letGo();
    const asked = vi.fn((close: () => void) => close());
    browser.open(asked);
    expect(browser.where()).toEqual([2, '/b']);
    browser.press(-1);
    expect(asked).toHaveBeenCalledOnce();
    browser.press(-1);
    expect(browser.where()).toEqual([0, '/a']);
  });

  it('keeps the way where the page was loaded anew beneath the dialog', () => {
    const browser = aBrowser();
    const close = browser.open();
    browser.refresh();
    close();
    browser.press(-1);
    expect(browser.where()).toEqual([0, '/a']);
  });

  it('is never stepped through by a dialog that closes: who goes on in that moment gets there', () => {
    const browser = aBrowser();
    const letGo = browser.hold(() => {});
    browser.run();
    letGo();
    browser.goTo('c');
    browser.run();
    expect(browser.where()).toEqual([3, '/c']);
    browser.press(-1);
    expect([browser.where(), browser.heard]).toEqual([[2, '/b'], ['b']]);
    browser.press(-1);
    expect(browser.where()).toEqual([0, '/a']);
  });

  it('leads to the page where one comes back from further on, past what was held', () => {
    const browser = aBrowser();
    browser.open()();
    browser.goTo('c');
    browser.press(-2);
    expect([browser.where(), browser.heard]).toEqual([[1, '/b'], ['b']]);
  });

  it('leaves an entry that has no state without one: the router starts anew at a state that is not its own', () => {
    const browser = aBrowser();
    browser.goTo('c');
    const states: unknown[] = [];
    const wayBack = createWayBack({
      state: () => null,
      address: () => '/c',
      push: (state) => states.push(state),
      go: () => {},
      wentForward: () => false,
      soon: (work) => work(),
      onPop: () => {},
      onEntry: () => {},
    });
    wayBack.hold(() => {});
    expect(states).toEqual([null]);
  });
});
