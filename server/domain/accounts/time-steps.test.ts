import { expect, it } from 'vitest';
import { stepAt, takenSteps } from './time-steps';

const at = (seconds: number) => new Date(seconds * 1000);

it('RFC 6238, appendix B: the steps of its moments', () => {
  expect([59, 1_111_111_109, 1_234_567_890, 2_000_000_000].map((seconds) => stepAt(at(seconds)))).toEqual([
    0x1, 0x23523ec, 0x273ef07, 0x3f940aa,
  ]);
});

it('takes the step of now, the one before it and the one after', () => {
  expect(takenSteps(at(3000), null).sort()).toEqual([100 - 1, 100, 100 + 1].sort());
  expect(takenSteps(at(3029.9), null)[0]).toBe(100);
  expect(takenSteps(at(3030), null)[0]).toBe(101);
});

it('never takes a step again, nor one before it', () => {
  expect(takenSteps(at(3000), 99).sort()).toEqual([100, 101].sort());
  expect(takenSteps(at(3000), 100)).toEqual([101]);
  expect(takenSteps(at(3000), 101)).toEqual([]);
});

it('T11: a clock that was set back takes nothing until it has caught up', () => {
  expect(takenSteps(at(3000 - 3600), 100)).toEqual([]);
  expect(takenSteps(at(3030), 100)).toEqual([101, 102]);
});
