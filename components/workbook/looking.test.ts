import { expect, it } from 'vitest';
import type { WorkbookPreview } from '@/server/queries/workbook-preview';
import { chosenFile } from './chosen-file';
import { type Look, looking } from './looking';

/** A page on which files are looked at, whose answers come when the test says so. */
function aPage() {
  const waiting = new Map<string, { answer: (preview: WorkbookPreview) => void; fail: (why: Error) => void }>();
  const page: { shown: Look } = { shown: { state: 'nothing' } };
  const look = looking<{ name: string }>({
    read: async ({ name }) => ({ name, base64: '' }),
    ask: ({ name }) => new Promise((answer, fail) => waiting.set(name, { answer, fail })),
    show: (shown) => {
      page.shown = shown;
    },
  });
  const asked = async (name: string) => {
    await expect.poll(() => waiting.has(name)).toBe(true);
    return waiting.get(name) as { answer: (preview: WorkbookPreview) => void; fail: (why: Error) => void };
  };
  return { page, look, asked };
}

const preview = (unitName: string) => ({ unitName }) as WorkbookPreview;

it('what was chosen last is what is shown, in whichever order the answers come', async () => {
  const { page, look, asked } = aPage();
  const first = look.choose({ name: 'a.xlsx' });
  const slow = await asked('a.xlsx');
  const second = look.choose({ name: 'b.xlsx' });
  (await asked('b.xlsx')).answer(preview('B'));
  await second;
  slow.answer(preview('A'));
  await first;
  expect(page.shown).toMatchObject({ state: 'looked', name: 'b.xlsx', file: { name: 'b.xlsx' }, preview: { unitName: 'B' } });
  const again = look.choose({ name: 'c.xlsx' });
  const failing = await asked('c.xlsx');
  await Promise.all([look.choose({ name: 'd.xlsx' }), asked('d.xlsx').then(({ answer }) => answer(preview('D')))]);
  failing.fail(new Error('too late'));
  await again;
  expect(page.shown).toMatchObject({ state: 'looked', name: 'd.xlsx' });
});

it('a file that was taken away while it was read does not come back', async () => {
  const { page, look, asked } = aPage();
  const reading = look.choose({ name: 'a.xlsx' });
  const { answer } = await asked('a.xlsx');
  const isStill = look.stay();
  look.forget();
  answer(preview('A'));
  await reading;
  expect([page.shown, isStill()]).toEqual([{ state: 'nothing' }, false]);
});

it('a look that fails says why, and the name stays', async () => {
  const { page, look, asked } = aPage();
  const reading = look.choose({ name: 'a.xlsx' });
  const why = new Error('no');
  (await asked('a.xlsx')).fail(why);
  await reading;
  expect(page.shown).toEqual({ state: 'failed', name: 'a.xlsx', error: why });
});

it('a file that another program holds open is told, as one that is too large is', async () => {
  const held = Object.assign(new Blob(['x']), { name: 'a.xlsx', arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
  expect(await chosenFile(held)).toBe('unreadable');
  expect(await chosenFile(Object.assign(new Blob([new Uint8Array(700_001)]), { name: 'a.xlsx' }))).toBe('too_large');
});
