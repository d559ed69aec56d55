import { describe, expect, it } from 'vitest';
import { createSendings, type Ended, type Going, isGoing, type Way } from './sendings';

const place = { about: 'explanation', aboutId: 'e1' } as const;
const file = (upload: string) => ({ upload, name: `${upload}.pdf`, size: 9 });

/** A way on which a file is until somebody says what became of it. */
function aWay() {
  const goings: { going: Going; arrive: (answer: { name: string }) => void; fail: (error: Error) => void }[] = [];
  const way: Way = {
    send: (going) =>
      new Promise((arrive, fail) => {
        going.signal.addEventListener('abort', () => fail(new Error('aborted')));
        goings.push({ going, arrive, fail });
      }),
    failureOf: (error) => ({ why: (error as Error).message, mayGoOn: true }),
  };
  return { way, goings };
}

describe('files on their way', () => {
  it('go on when nobody shows their place any more, and are heard of by who shows it next', async () => {
    const held: boolean[] = [];
    const sendings = createSendings((isHeld) => held.push(isHeld));
    const heard: string[] = [];
    const hear = (who: string) => sendings.onEnded(place, ({ is, name }: Ended) => heard.push(`${who} ${is} ${name}`));
    const { way, goings } = aWay();
    const leave = hear('first');
    const [one, two] = [sendings.start(place, file('a'), way), sendings.start(place, file('b'), way)];
    leave();
    expect([goings.length, goings.some(({ going }) => going.signal.aborted), sendings.shown.get().filter(isGoing).length]).toEqual([
      2,
      false,
      2,
    ]);
    goings[0]?.going.onTurn();
    goings[0]?.going.onArrived(4);
    expect(sendings.shown.get().map(({ place: at, sent }) => [at, sent])).toEqual([
      ['explanation e1', 4],
      ['explanation e1', null],
    ]);
    goings[0]?.arrive({ name: 'a.pdf' });
    await one;
    hear('second');
    goings[1]?.arrive({ name: 'b.pdf' });
    await two;
    expect([heard, sendings.shown.get(), held.at(0), held.at(-1)]).toEqual([['second added b.pdf'], [], true, false]);
  });

  it('that failed hold nothing, go on when asked, and end by being stopped or put away', async () => {
    let isHeld = false;
    const sendings = createSendings((now) => {
      isHeld = now;
    });
    const heard: Ended[] = [];
    sendings.onEnded(place, (ended) => heard.push(ended));
    const { way, goings } = aWay();
    const sent = sendings.start(place, file('a'), way);
    goings[0]?.fail(new Error('no network'));
    await sent;
    expect([sendings.shown.get()[0]?.failed?.why, isHeld, heard]).toEqual(['no network', false, []]);
    const again = sendings.goOn('a');
    // Twice pressed it goes once.
    await sendings.goOn('a');
    expect([goings.length, isHeld]).toEqual([2, true]);
    sendings.stop('a');
    await again;
    expect([sendings.shown.get(), isHeld, heard]).toEqual([[], false, [{ is: 'stopped', name: 'a.pdf' }]]);
    const third = sendings.start(place, file('c'), way);
    goings[2]?.fail(new Error('refused'));
    await third;
    sendings.forget('c');
    expect([sendings.shown.get(), isHeld]).toEqual([[], false]);
  });
});
