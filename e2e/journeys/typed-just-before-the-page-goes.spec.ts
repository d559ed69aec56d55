import type { Locator, Page } from '@playwright/test';
import { storedFigures } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const cells = [
  '一、本年新收政府信息公开申请数量，自然人',
  '（一）予以公开，自然人',
  '（四）无法提供 1.本机关不掌握相关政府信息，自然人',
  '（三）不予公开 1.属于国家秘密，自然人',
] as const;
const period = '第三季度';

declare global {
  interface Window {
    /** Every figure that was to be read in a cell since the page began to arrive, by cell id. */
    seenFigures: Record<string, string[]>;
  }
}

test('T17: a figure typed right before a reload or a closing tab is stored, and an older one is never shown again', async ({
  demonstration: { address },
  newPerson,
}) => {
  test.setTimeout(180_000);
  let page = await newPerson();
  await page.context().addInitScript(watchFigures);
  await signInAs(page, address, 'housing');
  let form = await FilingForm.open(page, address, period);
  await form.untilReady();
  await form.goTo('s2');
  const issued = form.cell('行政规范性文件，本年制发件数');
  const id = (await issued.getAttribute('data-cell')) ?? '';
  await issued.fill('1');
  await issued.press('Enter');
  await form.untilSaved();
  let typed = '1';

  for (const rate of [1, 8])
    for (const how of ['reload', 'close', 'reload', 'close'] as const)
      await test.step(`${how}, processor ${rate} times slower`, async () => {
        await form.untilReady();
        await slow(page, rate);
        await form.cell('行政规范性文件，本年制发件数').focus();
        const key = String(Number(typed) + 1);
        await page.keyboard.type(key);
        typed = key;
        if (how === 'reload') await page.reload();
        else {
          const url = page.url();
          const next = await page.context().newPage();
          await page.close({ runBeforeUnload: true });
          page = next;
          await slow(page, rate);
          await page.goto(url);
        }
        form = await FilingForm.at(page, period);
        const cell = form.cell('行政规范性文件，本年制发件数');
        await expect(cell).toHaveValue(typed);
        await form.untilReady();
        expect((await seen(page, id)).filter((text) => text !== typed)).toEqual([]);
        await expect.poll(async () => (await storedFigures(page, address, form.filingId))[id]?.raw).toBe(typed);
        await slow(page, 1);
      });
  expect((await storedFigures(page, address, form.filingId))[id]?.version).toBe(Number(typed));
});

test('T17: without a network: what was typed right before a reload stands there first, and is stored when the network is back', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await page.context().addInitScript(watchFigures);
  await signInAs(page, address, 'housing');
  let form = await FilingForm.open(page, address, period);
  await form.untilReady();
  await form.goTo('s3');
  await page.route('**/api/trpc/filing.save*', (route) => route.abort('internetdisconnected'));
  const ids: string[] = [];
  for (const [at, name] of cells.entries()) {
    const cell: Locator = form.cell(name);
    ids.push((await cell.getAttribute('data-cell')) ?? '');
    await cell.focus();
    await page.keyboard.type(String(at + 1));
  }
  await page.reload();
  form = await FilingForm.at(page, period);
  await form.goTo('s3');
  for (const [at, name] of cells.entries()) await expect(form.cell(name)).toHaveValue(String(at + 1));
  await page.unroute('**/api/trpc/filing.save*');
  await form.untilSaved();
  const stored = await storedFigures(page, address, form.filingId);
  expect(ids.map((id) => [stored[id]?.raw, stored[id]?.version])).toEqual(cells.map((_, at) => [String(at + 1), 1]));
});

/** Runs in the page: what can be read in its cells, at every frame. */
function watchFigures(): void {
  const all: Record<string, string[]> = {};
  window.seenFigures = all;
  const look = (): void => {
    for (const input of document.querySelectorAll<HTMLInputElement>('input[data-cell]')) {
      const id = input.dataset.cell ?? '';
      const isHidden = getComputedStyle(input).color.replaceAll(' ', '') === 'rgba(0,0,0,0)';
      const before = all[id]?.at(-1);
      if (!isHidden && before !== input.value) all[id] = [...(all[id] ?? []), input.value];
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const seen = (page: Page, id: string): Promise<string[]> => page.evaluate((cell) => window.seenFigures[cell] ?? [], id);

async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await session.detach();
}
