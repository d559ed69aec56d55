import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterFrame } from './after-frame';

let frames: (() => void)[] = [];
const frame = () => {
  for (const draw of frames.splice(0)) draw();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  frames = [];
});

test('the work comes after the frame, once, however often it was asked for', () => {
  const work = vi.fn();
  const after = afterFrame(work);
  after.ask();
  after.ask();
  frame();
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  vi.runAllTimers();
  frame();
  expect(work).toHaveBeenCalledOnce();
});

test('whoever needs it now has it now, and it does not come again', () => {
  const work = vi.fn();
  const after = afterFrame(work);
  after.now();
  expect(work).not.toHaveBeenCalled();
  after.ask();
  after.now();
  expect(work).toHaveBeenCalledOnce();
  frame();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

test('a page that draws no frames has it a moment later', () => {
  const work = vi.fn();
  afterFrame(work).ask();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledOnce();
});

test('what is asked for while it works comes again', () => {
  const work = vi.fn(() => {
    if (work.mock.calls.length === 1) after.ask();
  });
  const after = afterFrame(work);
  after.ask();
  frame();
  vi.advanceTimersByTime(1);
  frame();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(2);
});
