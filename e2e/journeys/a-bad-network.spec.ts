import { runChaos } from '../chaos/run-chaos';
import { expect, test } from '../fixtures';

test('three clerks with two tabs each on a network that loses saves and answers: the server has what the screens show, nothing twice, nothing silently lost', async ({
  browser,
}) => {
  const { faults, saves, losses } = await runChaos(browser, { edits: 60, latestMs: 300, restMs: 150, seed: 20_261_123 });
  expect(faults).toEqual([]);
  expect(saves).toBeGreaterThan(20);
  expect(Math.min(losses.requests, losses.answers, losses.delivered)).toBeGreaterThan(0);
});
