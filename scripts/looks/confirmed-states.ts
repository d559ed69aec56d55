import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import type { ReportPage } from '../../server/queries/report';
import { filingOf, known, lastYear, licences, openAt, type State } from './scenes';
import type { PictureLanguage, Stage } from './stage';

/** An administrator who has a password, as everybody has in real work; at the demonstration's open door a click would do. */
const chief = { username: 'fang.mu', name: '方慕', password: 'A quiet morning in 2026' };
const passwordField = (dialog: Locator) => dialog.locator('input[type="password"]');

async function bringChief(stage: Stage): Promise<void> {
  const { posts } = await stage.ask<{ posts: readonly { unitId: string }[] }>('admin', 'person.me');
  const { username, name, password } = chief;
  const unitId = posts[0]?.unitId;
  const { secret } = await stage.act<{ secret: string }>('admin', 'office.createPerson', { username, name, unitId, role: 'admin' });
  await stage.act('admin', 'person.setPassword', { secret, password });
}

/** A dialog whose impact has been reckoned. */
async function dialogOf(page: Page, button: string | RegExp): Promise<Locator> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const reckoning = dialog.locator('section[aria-live="polite"] p', { hasText: /正在计算影响|Working out what moves/ });
  await reckoning.waitFor({ state: 'detached' });
  return dialog;
}

async function openConsolidated(stage: Stage, username: string, language: PictureLanguage, year: number): Promise<Page> {
  const page = await openAt(stage, username, language, `/reports?year=${year}`);
  const hrefs = await page.locator('main a[href]').evaluateAll((anchors) => anchors.map((one) => one.getAttribute('href') ?? ''));
  const wanted = hrefs.find((href) => /^\/reports\/[^/]+\/\d{4}\/consolidated$/.test(href));
  await page.goto(`${stage.app.address}${wanted}`);
  return page;
}

/** Dialogs of official acts as they are for people who have a password, and what a line taken back moves. */
export const confirmedStates: readonly State[] = [
  {
    name: 'slip-accept-dialog-password',
    setUp: bringChief,
    async open({ stage, language, words }) {
      const page = await openAt(stage, chief.username, language, `/slips/${known.waiting}`);
      await passwordField(await dialogOf(page, words.slips.accept)).fill(chief.password);
      return page;
    },
  },
  {
    name: 'slip-accept-dialog-wrong-password',
    async open({ stage, language, words }) {
      const page = await openAt(stage, chief.username, language, `/slips/${known.waiting}`);
      const dialog = await dialogOf(page, words.slips.accept);
      await passwordField(dialog).fill('不是这个');
      await dialog.getByRole('button', { name: words.slips.accept }).click();
      await dialog.getByRole('alert').waitFor();
      return page;
    },
  },
  {
    name: 'slip-refuse-dialog-password',
    async open({ stage, language, words }) {
      const page = await openAt(stage, chief.username, language, `/slips/${known.waiting}`);
      await passwordField(await dialogOf(page, words.slips.refuse)).waitFor();
      return page;
    },
  },
  {
    name: 'unlock-dialog-password',
    async open({ stage, language, words }) {
      const page = await openAt(stage, chief.username, language, `/review/${await filingOf(stage, 'office', 2)}`);
      const dialog = await dialogOf(page, words.review.unlock.act);
      await dialog.getByRole('textbox').first().fill('季度结束后发现一件许可决定未计入，由单位补正后重新报送。');
      await passwordField(dialog).fill(chief.password);
      return page;
    },
  },
  {
    name: 'adjustment-withdraw-impact',
    async setUp(stage) {
      const page = await openConsolidated(stage, 'admin', 'zh', await lastYear(stage));
      const [, unitId, year] = /\/reports\/([^/]+)\/(\d{4})\//.exec(page.url()) ?? [];
      await page.context().close();
      const key = { unitId, year: Number(year), scope: 'consolidated' };
      const reason = '系统切换遗留三件，已由该单位书面说明。';
      await stage.act('admin', 'report.adjust', { ...key, changeId: randomUUID(), cell: licences, raw: '+3', reason });
      const { adjustments } = await stage.ask<ReportPage>('admin', 'report.page', key);
      await stage.act('reviewer', 'report.signAdjustment', { ...key, adjustmentId: adjustments.at(-1)?.id });
    },
    async open({ stage, language }) {
      const page = await openConsolidated(stage, 'admin', language, await lastYear(stage));
      await page.getByRole('tab', { name: /^核对|^Check/ }).click();
      await dialogOf(page, /^撤回调整|^Withdraw the adjustment/);
      return page;
    },
  },
];
