import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saveState } from './save-state';

const rest = { isTyping: false, waiting: 0, problems: 0, connection: 'ok', canEdit: true, hasSaved: true } as const;

test.each([
  ['everything is answered for', {}, 'saved'],
  ['nothing was ever saved', { hasSaved: false }, 'nothing'],
  ['an input method is at work', { isTyping: true }, 'typing'],
  ['a change is on its way', { waiting: 2 }, 'saving'],
  ['a change waits while more is typed', { waiting: 2, isTyping: true }, 'typing'],
  ['the network is gone', { waiting: 12, connection: 'offline', isTyping: true }, 'offline'],
  ['the server has no room', { waiting: 2, connection: 'full' }, 'full'],
  ['the server failed', { waiting: 2, connection: 'failing', isTyping: true }, 'failing'],
  ['the session is over', { waiting: 1, problems: 1, connection: 'signed_out' }, 'signed_out'],
  ['the network was gone and nothing waits', { connection: 'offline' }, 'saved'],
  ['a change waits for its person', { problems: 3 }, 'problems'],
  ['nothing can be typed here', { canEdit: false }, 'read_only'],
] as const)('when %s', (_, over, state) => {
  expect(saveState({ ...rest, ...over })).toBe(state);
});

test('已保存 never stands while anything is composed, not taken, not answered for, or refused', () => {
  const any = fc.record({
    isTyping: fc.boolean(),
    waiting: fc.nat(3),
    problems: fc.nat(3),
    connection: fc.constantFrom('ok', 'offline', 'full', 'failing', 'signed_out'),
    canEdit: fc.boolean(),
    hasSaved: fc.boolean(),
  });
  fc.assert(
    fc.property(any, (of) => {
      const state = saveState({ ...of, connection: of.connection as 'ok' });
      return (state !== 'saved' && state !== 'nothing') || (!of.isTyping && of.waiting === 0 && of.problems === 0);
    }),
  );
});
