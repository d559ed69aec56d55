import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Act, difference, isSame, type Left, type RaceCourse, raceCourse } from '../testing/at-once';
import { appRouter } from './root';

const times = 6;
/** All of it: `npm run test:trust -- long`. */
const isWhole = process.env.NIANBAO_TRUST === 'full';

/** Acts on one thing that decide differently when the other came first. Where not all is asked for, every fourth. */
const pairs: readonly [string, string][] = [
  ['filing.save', 'filing.submit'],
  ['filing.save', 'filing.declare'],
  ['filing.saveText', 'filing.submit'],
  ['filing.explain', 'filing.submit'],
  ['office.setOpenings', 'filing.submit'],
  ['office.defineIndicator', 'filing.submit'],
  ['office.closeUnits', 'filing.submit'],
  ['filing.recall', 'review.open'],
  ['filing.recall', 'review.approve'],
  ['review.approve', 'review.return'],
  ['review.approve', 'review.approveMany'],
  ['review.countersign', 'review.return'],
  ['review.unlock', 'slip.accept'],
  ['slip.accept', 'slip.refuse'],
  ['slip.accept', 'slip.withdraw'],
  ['slip.write', 'slip.sign'],
  ['report.saveText', 'report.takeSuggestion'],
  ['report.takeSuggestion', 'report.restoreText'],
  ['report.declineSuggestion', 'report.saveText'],
  ['report.signAdjustment', 'report.withdrawAdjustment'],
  ['report.saveFact', 'report.retireFact'],
  ['report.adopt', 'office.rollOverYear'],
  ['attachment.add', 'filing.submit'],
  ['attachment.add', 'attachment.remove'],
  ['contribution.answer', 'contribution.withdraw'],
  ['contribution.answer', 'contribution.askAgain'],
  ['office.createYear', 'office.rollOverYear'],
  ['office.createUnit', 'office.closeUnits'],
  ['office.givePost', 'office.setActive'],
  ['office.endPost', 'office.setActive'],
  ['office.issueLink', 'person.setPassword'],
  ['office.changeIndicator', 'office.retireIndicator'],
  ['office.orderIndicators', 'office.copyIndicators'],
  ['phrases.move', 'phrases.retire'],
  ['phrases.add', 'phrases.change'],
];

const mutations = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === 'mutation')
  .map(([path]) => path);

let course: RaceCourse;
beforeAll(async () => {
  course = await raceCourse();
});
afterAll(() => course.remove());

describe('on PostgreSQL, what is done at once might have been done in turn', () => {
  it.each(mutations)('%s, six times', async (path) => {
    const [act] = course.acts(path);
    if (!act) throw new Error(`nobody may ${path}`);
    for (const acts of sixOf(act)) {
      const inTurn = await course.inTurn(acts);
      expect(difference(inTurn, await course.atOnce(acts))).toEqual({ codes: [], onlyFirst: [], onlySecond: [] });
    }
  });

  it.each(pairs.filter((_, index) => isWhole || index % 4 === 0))('%s and %s, two of each', async (one, other) => {
    const acts = course.acts(one, other).map((act) => [act(), act()]);
    const [[a, b] = [], [c, d] = []] = acts;
    if (!a || !b || !c || !d) throw new Error('two acts are two of each');
    const atOnce = await course.atOnce([a, c, b, d]);
    const tried: Left[] = [];
    for (const order of ordersOf([a, b], [c, d])) {
      const inTurn = await course.inTurn(order);
      if (isSame(inTurn, atOnce)) return;
      tried.push(inTurn);
    }
    expect(tried.map((inTurn) => difference(inTurn, atOnce))).toEqual('one of these without a difference');
  });
});

/** The same request that is repeated, and requests of people who saw the same, where these differ by the numbers their pages gave them. */
function sixOf(act: () => Act): Act[][] {
  const one = act();
  const [same, more] = [Array.from({ length: times }, () => one), Array.from({ length: times }, () => act())];
  return !isWhole || JSON.stringify(same) === JSON.stringify(more) ? [same] : [same, more];
}

/** Every way in which two lists can follow each other, each in its own order. */
function ordersOf<T>(one: readonly T[], other: readonly T[]): T[][] {
  const [[first, ...restOfOne], [second, ...restOfOther]] = [one, other];
  if (first === undefined || second === undefined) return [[...one, ...other]];
  return [
    ...ordersOf(restOfOne, other).map((order) => [first, ...order]),
    ...ordersOf(one, restOfOther).map((order) => [second, ...order]),
  ];
}
