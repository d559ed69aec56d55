import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { FilingForm } from '@/e2e/pages/filing-form';
import { atTheDesk, formAddress } from '../form/in-browser';
import { atMost, type Bench, round } from '../measured';
import { copyTables, pasteTable } from './copied-tables';

const quarter = '第三季度';

/**
 * What two quarters cost a person in the browser, from the form to 已报送: one with nothing in it, by keys alone; and a full one whose
 * tables come from a spreadsheet, by the system's clipboard and Ctrl+V. The script does not think or look for a key: it tells what the
 * product asks for, not how fast anybody is.
 */
export const benchEffort: Bench = async ({ say }) => {
  say('a quarter with nothing in it, by keys');
  const keys = await atAnEmptyQuarter(zeroQuarter);
  say('a full quarter, pasted table by table');
  const pasted = await atAnEmptyQuarter(pastedQuarter);
  return [
    { what: 'a quarter with nothing in it, from the form to 已报送', value: keys, unit: 'keys', goal: atMost(10) },
    { what: 'a full quarter by paste, from the form to 已报送', value: round(pasted.seconds, 1), unit: 's', goal: atMost(60) },
    { what: 'figures that came by paste', value: pasted.figures, unit: 'count' },
    { what: 'acts: keys and clicks', value: pasted.acts, unit: 'count' },
  ];
};

/** The form of a unit that has filled in nothing yet, in an app of its own. */
function atAnEmptyQuarter<T>(work: (page: Page) => Promise<T>): Promise<T> {
  return atTheDesk(async ({ app, personAt }) => {
    const page = await personAt('finance');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.address });
    await page.goto(await formAddress(page, app.address, quarter));
    return work(page);
  });
}

/** @returns the keys it took */
async function zeroQuarter(page: Page): Promise<number> {
  const form = await FilingForm.at(page, quarter);
  await form.untilReady();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('Alt+0');
  const dialog = page.getByRole('dialog', { name: '零报告' });
  await dialog.waitFor();
  if (await dialog.getByRole('checkbox').count()) await press('Space');
  await press('Tab');
  await press('Enter');
  await form.untilSaved();
  await press('Alt+B');
  await submitByKeys(page, press);
  return keys;
}

async function pastedQuarter(page: Page): Promise<{ seconds: number; figures: number; acts: number }> {
  const form = await FilingForm.at(page, quarter);
  await form.untilReady();
  let acts = 0;
  let figures = 0;
  const began = performance.now();
  const tabs = await page.getByRole('tab').all();
  for (const tab of tabs) {
    await tab.click();
    acts += 1;
    for (const table of await copyTables(page)) {
      const pasted = await pasteTable(page, table);
      acts += pasted.acts;
      figures += pasted.figures;
    }
  }
  await form.untilSaved();
  const press = async (key: string) => {
    acts += 1;
    await page.keyboard.press(key);
  };
  await press('Alt+B');
  await submitByKeys(page, press);
  return { seconds: (performance.now() - began) / 1000, figures, acts };
}

async function submitByKeys(page: Page, press: (key: string) => Promise<void>): Promise<void> {
  const submit = page.getByRole('button', { name: /^向.+报送/ });
  await expect(submit).toBeEnabled();
  await press('Alt+B');
  await expect(submit).toBeFocused();
  await press('Enter');
  await page.getByRole('region', { name: '已报送' }).waitFor();
}
