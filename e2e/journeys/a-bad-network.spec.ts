import { judge, type Saved, type TabLog } from '../chaos/judge';
import { runChaos } from '../chaos/run-chaos';
import { expect, test } from '../fixtures';

test('T18, T20: three clerks with two tabs each on a network that loses saves and answers: the server has what the screens show, nothing twice, nothing silently lost', async ({
  browser,
}) => {
  const { faults, saves, losses } = await runChaos(browser, { edits: 60, latestMs: 300, restMs: 150, seed: 20_261_123 });
  expect(faults).toEqual([]);
  expect(saves).toBeGreaterThan(20);
  expect(Math.min(losses.requests, losses.answers, losses.delivered)).toBeGreaterThan(0);
});

test('the judge of that run finds what must not happen', () => {
  const save = (userId: string, before: string | null, after: string, version: number): Saved => ({
    ...{ filingId: 'filing', cell: 'cell', userId, before, after, version, at: 100 + version },
  });
  const tab = (userId: string, shown: string, value: string): TabLog => ({
    userId,
    filingId: 'filing',
    seen: [
      { kind: 'entered', cell: 'cell', shown, at: 90 },
      { kind: 'typed', cell: 'cell', value, at: 91 },
      { kind: 'mark', text: '已保存 9:41', at: 110 },
    ],
  });
  const [one, two] = [save('a', null, '1', 1), save('b', '1', '2', 2)];
  expect(judge([one, two], [tab('a', '', '1'), tab('b', '1', '2')])).toEqual([]);
  expect(judge([one, two], [tab('a', '', '1'), tab('b', '', '2')])).toEqual([expect.stringContaining('silently overwritten')]);
  const chosenThenTyped = (theirs: string): TabLog => ({
    ...tab('b', '', '2'),
    seen: [
      ...tab('b', '', '2').seen.slice(0, 2),
      { kind: 'chose', cell: 'cell', mine: '2', theirs, isMine: true, at: 95 },
      ...tab('b', '2', '3').seen,
    ],
  });
  expect(judge([one, save('b', '1', '3', 2)], [tab('a', '', '1'), chosenThenTyped('1')])).toEqual([]);
  expect(judge([one, save('b', '1', '3', 2)], [tab('a', '', '1'), chosenThenTyped('7')])).toEqual([
    expect.stringContaining('silently overwritten'),
  ]);
  expect(judge([one, two, save('b', '2', '2', 3)], [tab('a', '', '1'), tab('b', '1', '2')])).toEqual([
    expect.stringContaining('saved twice'),
  ]);
  expect(judge([one], [tab('a', '', '1'), tab('b', '1', '2')])).toEqual([expect.stringContaining('was not stored')]);
  expect(judge([one, two], [tab('a', '', '1')])).toContainEqual(expect.stringContaining('nobody typed 2'));
});
