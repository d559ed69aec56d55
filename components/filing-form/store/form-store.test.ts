import { expect, test, vi } from 'vitest';
import { asPasted } from '@/server/domain/figures';
import type { OutboxEntry } from '../outbox/entry';
import { createOutbox } from '../outbox/outbox';
import { memoryStorage } from '../outbox/outbox-storage';
import { aForm } from '../testing/a-form';
import { createFormStore } from './form-store';

const received = 's3.new_received.natural_person';
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
let ids = 0;

/** An outbox whose server stores everything, or is told what to say. */
function anOutbox(reply?: (batch: readonly OutboxEntry[]) => 'lost' | 'conflict', storage = memoryStorage()) {
  const sent: OutboxEntry[] = [];
  const outbox = createOutbox({
    userId: 'clerk',
    storage,
    async send(batch) {
      const trouble = reply?.(batch);
      if (trouble === 'lost') return { kind: 'lost' };
      sent.push(...batch);
      return {
        kind: 'answered',
        answers: batch.map(({ changeId, baseVersion }) =>
          trouble === 'conflict'
            ? { changeId, outcome: 'conflict' as const, version: 8, raw: '9', savedAt: '2026-10-10T01:00:00.000Z' }
            : { changeId, outcome: 'saved' as const, version: baseVersion + 1 },
        ),
      };
    },
    alone: (work) => work(),
    tellTabs: () => {},
    now: () => Date.parse('2026-10-11T01:00:00Z'),
    random: () => 0,
    newId: () => `id${++ids}`,
    later: () => () => {},
  });
  return { outbox, sent };
}

test('a key press shows in its cell and in the totals at once, and is unsaved until the server answers', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox, sent } = anOutbox();
  store.connect(outbox);
  for (const column of ['commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'])
    store.type(`s3.new_received.${column}`, '1');
  store.type(received, '１２');
  expect(store.cell(received).get()).toMatchObject({ text: '１２', saving: 'unsaved', parsed: { plain: '12' } });
  expect(store.cell('s3.new_received.total').get().figure).toMatchObject({ value: 17 });
  expect(store.hasUnsaved.get()).toBe(true);
  store.commit();
  expect(store.cell(received).get().saving).toBe('waiting');
  await settled();
  expect(store.cell(received).get().saving).toBe('saved');
  expect(sent).toHaveLength(6);
  expect(sent.at(-1)).toMatchObject({ raw: '１２', baseVersion: 1 });
});

test('pasted columns are no number on the screen, on their way, once stored, after undo and redo; typed over they are', async () => {
  const pasted = asPasted('3 120');
  const unreadable = { state: 'unreadable', raw: '3 120' };
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox, sent } = anOutbox();
  store.connect(outbox);
  store.write([{ cell: received, text: pasted, struck: '5' }]);
  expect(store.cell(received).get()).toMatchObject({ figure: unreadable, struck: '5' });
  await settled();
  expect(store.cell(received).get()).toMatchObject({ figure: unreadable, saving: 'saved' });
  expect(sent.at(-1)).toMatchObject({ raw: pasted });
  store.undo();
  expect(store.cell(received).get()).toMatchObject({ text: '4', struck: null });
  store.redo();
  expect(store.cell(received).get().figure).toEqual(unreadable);
  store.type(received, '3 120');
  expect(store.cell(received).get().figure).toMatchObject({ state: 'number', value: 3120 });
});

test('that something struck out was left out is said while the cell holds what was pasted, also after a reload of the tab', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  try {
    const first = createFormStore(aForm({}), '沈');
    first.write([{ cell: received, text: '6', struck: '5' }]);
    const reloaded = createFormStore(aForm({ [received]: '6' }), '沈');
    expect(reloaded.cell(received).get().struck).toBe(null);
    reloaded.takeUp([]);
    expect(reloaded.cell(received).get().struck).toBe('5');
    reloaded.type(received, '7');
    reloaded.settle();
    expect(reloaded.cell(received).get().struck).toBe(null);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('where frames are drawn the totals follow the key by one; who acts before that settles first, and nothing is sent without it', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  try {
    const store = createFormStore(aForm({ [received]: '4' }), '沈');
    const { outbox, sent } = anOutbox();
    store.connect(outbox);
    store.type(received, '12');
    expect(store.hasUnsaved.get()).toBe(true);
    expect(store.cell(received).get().text).toBe('4');
    expect(store.facts().stored.get(received)).toMatchObject({ value: 12 });
    store.settle();
    expect(store.cell(received).get()).toMatchObject({ text: '12', figure: { value: 12 } });
    store.type(received, '13');
    store.commitSoon();
    expect(sent).toEqual([]);
    store.commit();
    expect(store.figures().get(received)).toMatchObject({ value: 13 });
    await settled();
    expect(sent.map(({ raw }) => raw)).toEqual(['13']);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('only the cells that change repaint', () => {
  const store = createFormStore(aForm({}), '沈');
  let repaints = 0;
  for (const id of store.format.cells.keys())
    store.cell(id).subscribe(() => {
      repaints += 1;
    });
  store.type(received, '3');
  expect(repaints).toBe(1);
});

test('unreadable text stays as typed, with nothing in its place', async () => {
  const store = createFormStore(aForm({}), '沈');
  const { outbox, sent } = anOutbox();
  store.connect(outbox);
  store.type(received, '—');
  store.commit();
  await settled();
  expect(sent).toMatchObject([{ raw: '—' }]);
  expect(store.cell(received).get()).toMatchObject({ text: '—', figure: { state: 'unreadable' } });
  expect(store.progress.get()['3'].unreadable).toEqual([received]);
});

test('a paste is one step back and one step forth', () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  store.write([
    { cell: received, text: '7' },
    { cell: 's3.granted.natural_person', text: '8' },
  ]);
  store.undo();
  expect([store.cell(received).get().text, store.cell('s3.granted.natural_person').get().text]).toEqual(['4', '']);
  store.redo();
  expect([store.cell(received).get().text, store.cell('s3.granted.natural_person').get().text]).toEqual(['7', '8']);
});

test('what a lost visit left stands on the screen again, and leaves with the answer', async () => {
  let isLost = true;
  const { outbox, sent } = anOutbox(() => (isLost ? 'lost' : 'conflict'));
  outbox.add({ filingId: 'filing', place: received, raw: '5', baseVersion: 1, follows: null });
  await settled();
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  store.connect(outbox);
  expect(store.cell(received).get()).toMatchObject({ text: '5', saving: 'waiting' });
  isLost = false;
  outbox.wake();
  await settled();
  expect(sent).toHaveLength(1);
  expect(store.cell(received).get()).toMatchObject({ text: '5', saving: 'conflict' });
  expect(store.problemAt(received)?.problem).toMatchObject({ raw: '9', version: 8 });
});

test('giving up in a conflict shows what is stored, as the conflict told it', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox } = anOutbox(() => 'conflict');
  store.connect(outbox);
  store.type(received, '5');
  store.commit();
  await settled();
  const mine = store.problemAt(received);
  expect(mine?.problem?.kind).toBe('conflict');
  outbox.discard(mine?.changeId ?? '');
  await settled();
  expect(store.cell(received).get()).toMatchObject({ text: '9', saving: 'stored' });
});

test('a number in a declared section ends the declaration, and the screen says so', async () => {
  const store = createFormStore({ ...aForm({}), declared: { '4': '沈' } }, '沈');
  const { outbox } = anOutbox();
  store.connect(outbox);
  expect(store.cell('s4.review.upheld').get()).toMatchObject({ origin: 'declared', figure: { value: 0 } });
  store.type('s4.review.upheld', '1');
  store.commit();
  await settled();
  expect(store.lapsed.get()).toEqual(['4']);
  expect(store.cell('s4.review.corrected').get().origin).toBe('none');
});

test('what the rules say follows what is typed, once they have been loaded', async () => {
  const store = createFormStore(aForm({}), '沈');
  expect(store.checked.get().run.counts.passed).toBe(0);
  store.write([{ cell: received, text: '12.5' }]);
  await vi.waitFor(() => expect(store.checked.get().obstacles).toContainEqual({ kind: 'unreadable', cell: received }), { timeout: 10_000 });
  expect(store.checked.get().run.packVersion).not.toBe('');
});

test('what somebody else saves between typing and storing is not overwritten unseen: the change names the version it was typed over', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox, sent } = anOutbox();
  store.connect(outbox);
  store.type(received, '5');
  const now = aForm({ [received]: '9' });
  const theirs = now.stored[received];
  if (theirs) now.stored[received] = { ...theirs, version: 2, savedBy: '许' };
  store.refresh(now);
  store.commit();
  await settled();
  expect(sent.at(-1)).toMatchObject({ raw: '5', baseVersion: 1 });
});

test('typed over a change of the same tab that is answered before the next is stored: the next is based on that answer', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox, sent } = anOutbox();
  store.connect(outbox);
  store.type(received, '5');
  store.commit();
  store.type(received, '57');
  await settled();
  store.commit();
  await settled();
  expect(sent.map(({ raw, baseVersion }) => [raw, baseVersion])).toEqual([
    ['5', 1],
    ['57', 2],
  ]);
});

test('of two answers in a row for a cell another tab sees the second only: it shows that, and not for ever what was typed in it', async () => {
  const storage = memoryStorage();
  const first = createFormStore(aForm({}), '沈');
  const lossy = anOutbox(() => 'lost', storage);
  first.connect(lossy.outbox);
  first.type(received, '4');
  first.commit();
  await settled();
  // The server has it, and another tab knows that from the form before the change was asked about again.
  const second = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox, sent } = anOutbox(undefined, storage);
  second.connect(outbox);
  second.type(received, '20');
  second.commit();
  await settled();
  expect(sent.map(({ raw, baseVersion }) => [raw, baseVersion])).toEqual([
    ['4', 0],
    ['20', 1],
  ]);
  lossy.outbox.wake();
  await settled();
  expect(first.cell(received).get()).toMatchObject({ text: '20', saving: 'saved' });
});

test('what is typed over a change in conflict is not given up with it', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox } = anOutbox(() => 'conflict');
  store.connect(outbox);
  store.type(received, '5');
  store.commit();
  await settled();
  const mine = store.problemAt(received);
  store.type(received, '57');
  outbox.discard(mine?.changeId ?? '');
  await settled();
  expect(store.cell(received).get()).toMatchObject({ text: '57', saving: 'unsaved' });
  store.commit();
  await settled();
  expect(store.problemAt(received)).toMatchObject({ raw: '57', problem: { kind: 'conflict' } });
});

test('a cell that was typed back to what is stored is not a change, whatever comes there later', () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  store.type(received, '45');
  store.type(received, '4');
  expect(store.hasUnsaved.get()).toBe(false);
  store.refresh(aFormAt(2, { [received]: '9' }));
  expect(store.cell(received).get()).toMatchObject({ text: '9', saving: 'stored' });
});

test('a form that was loaded before an answer came does not take the answer back', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox } = anOutbox();
  store.connect(outbox);
  store.type(received, '5');
  store.commit();
  await settled();
  store.refresh(aForm({ [received]: '4' }));
  expect(store.cell(received).get()).toMatchObject({ text: '5', saving: 'saved' });
  expect(store.form.get().stored[received]).toMatchObject({ raw: '5', version: 2 });
});

test('answers from before a practice was cleared say nothing of it', async () => {
  const { outbox } = anOutbox();
  outbox.add({ filingId: 'filing', place: received, raw: '5', baseVersion: 0, follows: null });
  await settled();
  const cleared = createFormStore({ ...aForm({}), isPractice: true }, '沈');
  cleared.connect(outbox);
  expect(cleared.cell(received).get()).toMatchObject({ text: '', saving: 'stored' });
  cleared.type(received, '6');
  cleared.commit();
  await settled();
  expect(cleared.cell(received).get()).toMatchObject({ text: '6', saving: 'saved' });
});

test('an input method that was called off: what came in meanwhile is in its input before the next frame', () => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  try {
    const store = createFormStore(aForm({ [received]: '4' }), '沈');
    store.hold(received);
    store.refresh(aFormAt(2, { [received]: '9' }));
    store.type(received, '4');
    store.release();
    expect(store.cell(received).get()).toMatchObject({ text: '9', revision: 2 });
  } finally {
    vi.unstubAllGlobals();
  }
});

test('what is saved elsewhere while an input method is at work comes in when it has ended, and is not typed over unseen', async () => {
  const store = createFormStore(aForm({ [received]: '4' }), '沈');
  const { outbox, sent } = anOutbox();
  store.connect(outbox);
  store.hold(received);
  store.refresh(aFormAt(2, { [received]: '9' }));
  expect(store.cell(received).get()).toMatchObject({ text: '4', saving: 'stored' });
  store.type(received, '4');
  store.release();
  expect(store.cell(received).get()).toMatchObject({ text: '9', saving: 'stored' });

  store.hold(received);
  store.refresh(aFormAt(3, { [received]: '10' }));
  store.type(received, '９２');
  store.release();
  store.commit();
  await settled();
  expect(sent).toMatchObject([{ raw: '９２', baseVersion: 2 }]);
});

function aFormAt(version: number, texts: Readonly<Record<string, string>>) {
  const form = aForm(texts);
  for (const one of Object.values(form.stored)) one.version = version;
  return form;
}
