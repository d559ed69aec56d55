import { expect, it } from 'vitest';
import { Listeners, type Topic } from '@/db/store/neighbours';
import { goneAfterMs, type Place, presenceOn } from './presence';

/** Two processes on one bus, and a clock. */
function course() {
  const listeners = new Listeners((error) => {
    throw error;
  });
  const said: string[] = [];
  const bus = {
    hear: listeners.add.bind(listeners),
    say: async (topic: Topic, about: string) => {
      said.push(about);
      listeners.pass({ topic, about });
    },
  };
  const clock = { now: 1_000_000 };
  const process = () => presenceOn(bus, () => clock.now);
  return { here: process(), there: process(), clock, said, bus };
}
const place: Place = { room: 'review', filingId: 'f', unitPath: ['root', 'u'] };
const wang = { userId: 'w', name: '王五' };
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);

it('whoever comes is seen in every process, in their room alone, until they leave', async () => {
  const { here, there } = course();
  await here.come(place, wang);
  expect([names(here.inRoom('review')), names(there.inRoom('review')), there.inRoom('form')]).toEqual([['王五'], ['王五'], []]);
  await there.come(place, { userId: 'l', name: '李四' });
  expect(names(here.inRoom('review'))).toEqual(['王五', '李四']);
  await here.leave(place, wang);
  expect(names(there.inRoom('review'))).toEqual(['李四']);
});

it('whoever is heard of no more has gone by themselves; who stays is told of now and then', async () => {
  const { here, there, clock, said } = course();
  await here.come(place, wang);
  for (let beat = 0; beat < 20; beat += 1) {
    clock.now += 3_000;
    await here.come(place, wang);
  }
  expect(said.length).toBeLessThan(8);
  expect(names(there.inRoom('review'))).toEqual(['王五']);
  clock.now += goneAfterMs;
  expect([here.inRoom('review'), there.inRoom('review')]).toEqual([[], []]);
});

it('what another version says in other words is nothing', async () => {
  const { here, bus } = course();
  for (const about of ['{', '{"room":"review"}', JSON.stringify({ ...place, ...wang, room: 'kitchen', isHere: true })])
    await bus.say('presence', about);
  expect(here.inRoom('review')).toEqual([]);
});
