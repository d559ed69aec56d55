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

/** The report of the year before, consolidated, as it stands. */
async function reportOf(stage: Stage) {
  const page = await openConsolidated(stage, 'admin', 'zh', await lastYear(stage));
  const [path, unitId = '', year] = /\/reports\/([^/]+)\/(\d{4})\/consolidated/.exec(page.url()) ?? [];
  await page.context().close();
  const key = { unitId, year: Number(year), scope: 'consolidated' as const };
  return { path: path ?? '', key, read: () => stage.ask<ReportPage>('admin', 'report.page', key) };
}

/** What the adjusted figure, a sentence and a note make of the first edition, signed by three people and finalised. */
async function makeSecondEdition(stage: Stage): Promise<void> {
  const { key, path, read } = await reportOf(stage);
  const { texts } = await read();
  const text = `${texts['5']?.text ?? ''}对系统切换中遗漏的许可决定，已逐件核对并补充公开。`;
  await stage.act('admin', 'report.saveText', { ...key, key: '5', text, baseVersion: texts['5']?.version ?? 0 });
  await stage.act('admin', 'report.saveText', { ...key, key: 't2', text: '行政许可含系统切换中遗漏后补计的。', baseVersion: 0 });
  await stage.act('admin', 'report.saveCellRemark', { ...key, cell: licences, text: '含补计3件', baseVersion: 0 });
  await stage.act('admin', 'report.sendForSigning', { ...key, changeId: randomUUID(), seenHash: (await read()).signing.hash });
  for (const [username, step] of [
    ['reviewer', 'office'],
    ['reviewer2', 'legal'],
    ['leader', 'leader'],
  ] as const)
    await stage.act(username, 'report.sign', { ...key, step, changeId: randomUUID(), seenHash: (await read()).signing.hash, note: '' });
  await stage.act('admin', 'report.finalise', {
    ...key,
    changeId: randomUUID(),
    seenHash: (await read()).hash,
    password: '',
    reason: '采纳更正单，补计一件并更新文字。',
  });
  known.report = path;
}

/** Dialogs of official acts as they are for people who have a password, what a line taken back moves, and an edition that corrects another. */
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
      const { key, read } = await reportOf(stage);
      const reason = '系统切换遗留三件，已由该单位书面说明。';
      await stage.act('admin', 'report.adjust', { ...key, changeId: randomUUID(), cell: licences, raw: '+3', reason });
      const { adjustments } = await read();
      await stage.act('reviewer', 'report.signAdjustment', { ...key, adjustmentId: adjustments.at(-1)?.id });
    },
    async open({ stage, language }) {
      const page = await openConsolidated(stage, 'admin', language, await lastYear(stage));
      await page.getByRole('tab', { name: /^核对|^Check/ }).click();
      await dialogOf(page, /^撤回调整|^Withdraw the adjustment/);
      return page;
    },
  },
  {
    name: 'editions-compared',
    setUp: makeSecondEdition,
    open: ({ stage, language }) => openAt(stage, 'admin', language, `${known.report}/compare/1/2`),
    isPrinted: true,
  },
  {
    name: 'edition-sheet-signed',
    open: ({ stage, language }) => openAt(stage, 'admin', language, `${known.report}/editions/2`),
    isPrinted: true,
  },
];
