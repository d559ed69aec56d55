import { expect, test } from 'vitest';
import { type Ack, keyOf, textPlace } from './entry';
import { maxChangesPerRequest, planSend } from './plan-send';
import { anEntry, aState } from './testing/an-entry';

const now = 5_000;
const other = 's3.granted.other_org';
const conflict = { kind: 'conflict', version: 7, raw: '9', savedAt: '' } as const;

test('three changes of one cell that were never sent go out as the last one, on the base of the first', () => {
  const { batch, write } = planSend(
    aState(
      anEntry({ changeId: 'c1', raw: '1', baseVersion: 4 }),
      anEntry({ changeId: 'c2', raw: '12', baseVersion: 4, follows: 'c1' }),
      anEntry({ changeId: 'c3', raw: '123', baseVersion: 4, follows: 'c2' }),
    ),
    now,
  );
  expect(batch).toMatchObject([{ changeId: 'c3', raw: '123', baseVersion: 4, follows: null, sentAt: now }]);
  expect(write.remove).toEqual(['c1', 'c2']);
});

test('a change waits for the one it was typed over once that one may have arrived', () => {
  const { batch } = planSend(aState(anEntry({ changeId: 'c1', sentAt: 1 }), anEntry({ changeId: 'c2', follows: 'c1' })), now);
  expect(batch.map((entry) => entry.changeId)).toEqual(['c1']);
});

test('what was sent before a crash is sent again under its own number and first time', () => {
  const { batch } = planSend(aState(anEntry({ changeId: 'c1', sentAt: 1 })), now);
  expect(batch).toMatchObject([{ changeId: 'c1', sentAt: 1 }]);
});

test('a change typed over an answered one is based on the version of the answer', () => {
  const entry = anEntry({ changeId: 'c2', baseVersion: 3, follows: 'c1' });
  const ack: Ack = { key: keyOf(entry), filingId: 'filing', place: entry.place, changeId: 'c1', raw: '1', version: 4, at: 1 };
  const { batch } = planSend({ entries: [entry], acks: new Map([[ack.key, ack]]) }, now);
  expect(batch).toMatchObject([{ changeId: 'c2', baseVersion: 4, follows: null }]);
});

test('when another tab has saved since, the old base stands, so that the server tells of the conflict', () => {
  const entry = anEntry({ changeId: 'c2', baseVersion: 3, follows: 'c1' });
  const ack: Ack = { key: keyOf(entry), filingId: 'filing', place: entry.place, changeId: 'elsewhere', raw: '8', version: 5, at: 1 };
  expect(planSend({ entries: [entry], acks: new Map([[ack.key, ack]]) }, now).batch).toMatchObject([{ baseVersion: 3 }]);
});

test('two tabs that typed into one cell are not merged: both go, each on its own base', () => {
  const { batch } = planSend(aState(anEntry({ changeId: 'c1', baseVersion: 3 }), anEntry({ changeId: 'c2', baseVersion: 3 })), now);
  expect(batch.map((entry) => entry.changeId)).toEqual(['c1', 'c2']);
});

test('typing on in a cell with a conflict keeps the conflict, with the newer text as mine', () => {
  const { batch, write } = planSend(
    aState(anEntry({ changeId: 'c1', sentAt: 1, problem: conflict }), anEntry({ changeId: 'c2', raw: '22', follows: 'c1' })),
    now,
  );
  expect(batch).toEqual([]);
  expect(write).toMatchObject({ remove: ['c1'], put: [{ changeId: 'c2', raw: '22', problem: conflict }] });
});

test('typing on in a cell that was refused tries the new text', () => {
  const problem = { kind: 'refused', code: 'invalid', sentence: { zh: '', en: '' } } as const;
  const { batch } = planSend(aState(anEntry({ changeId: 'c1', sentAt: 1, problem }), anEntry({ changeId: 'c2', follows: 'c1' })), now);
  expect(batch).toMatchObject([{ changeId: 'c2', problem: null }]);
});

test('one request holds the changes of one filing, the oldest first; the text goes by itself', () => {
  const entries = [
    anEntry({ changeId: 'c1' }),
    anEntry({ changeId: 'c2', filingId: 'another' }),
    anEntry({ changeId: 'c3', place: other }),
    anEntry({ changeId: 'c4', place: textPlace }),
  ];
  expect(planSend(aState(...entries), now).batch.map((entry) => entry.changeId)).toEqual(['c1', 'c3']);
  expect(planSend(aState(...entries.slice(3)), now).batch.map((entry) => entry.changeId)).toEqual(['c4']);
});

test('a change that is to be sent alone goes alone', () => {
  const { batch } = planSend(aState(anEntry({ changeId: 'c1', isAlone: true }), anEntry({ changeId: 'c2', place: other })), now);
  expect(batch.map((entry) => entry.changeId)).toEqual(['c1']);
});

test('a request never holds more changes than the server takes', () => {
  const many = Array.from({ length: maxChangesPerRequest + 5 }, (_, index) => anEntry({ changeId: `c${index + 1}`, place: `p${index}` }));
  expect(planSend(aState(...many), now).batch).toHaveLength(maxChangesPerRequest);
});
