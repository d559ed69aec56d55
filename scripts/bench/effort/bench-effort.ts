import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { FilingForm } from '@/e2e/pages/filing-form';
import { atTheDesk } from '../form/in-browser';
import { atMost, type Bench, exactly, round } from '../measured';
import { copyTables, pasteTable } from './copied-tables';
import { reviewersMorning } from './reviewers-morning';

const quarter = '第三季度';

/**
 * What quarters cost a person in the browser, from the home page to 已报送: one with nothing in it and one with five numbers and the rest
 * 0, by keys alone; and a full one whose tables come from a spreadsheet, by the system's clipboard and Ctrl+V. The script does not think or look for a key: it tells what the
 * product asks for, not how fast anybody is. And a reviewer's morning by the mouse.
 */
export const benchEffort: Bench = async ({ folder, say }) => {
  say('a quarter with nothing in it, by keys');
  const keys = await atAnEmptyQuarter(zeroQuarter);
  say('five numbers and the rest 0, by keys');
  const few = await atAnEmptyQuarter(fewNumbers);
  say('a full quarter, pasted table by table');
  const pasted = await atAnEmptyQuarter(pastedQuarter);
  say('a reviewer’s fifty units, five of them odd');
  const morning = await reviewersMorning(folder);
  return [
    { what: 'a quarter with nothing in it, from the home page to 已报送', value: keys.keys, unit: 'keys', goal: atMost(12) },
    { what: 'the same, as fast as the program goes', value: round(keys.seconds, 1), unit: 's' },
    { what: 'five numbers and the rest 0, from the home page to 已报送', value: few.keys, unit: 'keys', goal: atMost(40) },
    { what: 'the same, as fast as the program goes', value: round(few.seconds, 1), unit: 's' },
    { what: 'a full quarter by paste, from the home page to 已报送', value: round(pasted.seconds, 1), unit: 's', goal: atMost(60) },
    { what: 'figures that came by paste', value: pasted.figures, unit: 'count' },
    { what: 'acts: keys and clicks', value: pasted.acts, unit: 'count' },
    {
      what: 'a reviewer’s fifty units with five odd ones, from the home page to all decided',
      value: morning.clicks,
      unit: 'clicks',
      goal: atMost(70),
    },
    { what: 'submissions decided', value: morning.decided, unit: 'count', goal: exactly(50) },
    { what: 'the same, as fast as the program goes', value: round(morning.seconds, 1), unit: 's' },
  ];
};

/** The home page of a clerk whose unit has filled in nothing yet, in an app of its own. */
function atAnEmptyQuarter<T>(work: (page: Page) => Promise<T>): Promise<T> {
  return atTheDesk(async ({ app, personAt }) => {
    const page = await personAt('finance');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.address });
    await page.goto(`${app.address}/tasks`);
    await page.getByRole('link', { name: new RegExp(`开始填报：.*${quarter}`) }).waitFor();
    return work(page);
  });
}

/** Keys that are counted and timed, from the first to the last. */
function countedKeys(page: Page) {
  let keys = 0;
  const began = performance.now();
  return {
    press: async (...all: readonly string[]) => {
      for (const key of all) {
        keys += 1;
        await page.keyboard.press(key);
      }
    },
    told: () => ({ keys, seconds: (performance.now() - began) / 1000 }),
  };
}

/** By 跳到正文 to the one task, and into its first empty cell. */
async function intoTheForm(page: Page, press: (...all: string[]) => Promise<void>): Promise<FilingForm> {
  await press('Tab', 'Enter', 'Tab', 'Enter');
  const form = await FilingForm.at(page, quarter);
  await form.untilReady();
  return form;
}

async function zeroQuarter(page: Page): Promise<{ keys: number; seconds: number }> {
  const { press, told } = countedKeys(page);
  const form = await intoTheForm(page, press);
  await press('Alt+0');
  const dialog = page.getByRole('dialog', { name: '零报告' });
  await dialog.waitFor();
  if (await dialog.getByRole('checkbox').count()) await press('Space');
  await press('Tab', 'Enter');
  await form.untilSaved();
  await press('Alt+B');
  await submitByKeys(page, press);
  return told();
}

async function fewNumbers(page: Page): Promise<{ keys: number; seconds: number }> {
  const { press, told } = countedKeys(page);
  const form = await intoTheForm(page, press);
  await press('1', 'Alt+PageDown');
  await expect(page.locator(':focus')).toHaveAttribute('data-cell', 's3.new_received.natural_person');
  await press('2', 'ArrowDown', 'ArrowDown', '2', 'ArrowRight', '1', 'ArrowUp', 'ArrowUp', '1', 'Alt+R');
  const dialog = page.getByRole('dialog', { name: '其余未填的格填 0' });
  await dialog.waitFor();
  if (await dialog.getByRole('checkbox').count()) await press('Space');
  await press('Tab', 'Tab', 'Enter');
  await form.untilSaved();
  await press('Alt+B');
  await submitByKeys(page, press);
  return told();
}

async function pastedQuarter(page: Page): Promise<{ seconds: number; figures: number; acts: number }> {
  let acts = 0;
  let figures = 0;
  const began = performance.now();
  await page.getByRole('link', { name: new RegExp(`开始填报：.*${quarter}`) }).click();
  acts += 1;
  const form = await FilingForm.at(page, quarter);
  await form.untilReady();
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
