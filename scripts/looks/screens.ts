import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../../e2e/browser';
import { publishedYear } from '../../e2e/demonstration-years';
import { type RunningApp, startApp } from '../../e2e/running-app';
import { signInAs } from '../../e2e/sign-in';

const size = { width: 1366, height: 768 };

export interface Screen {
  name: string;
  /** Null: nobody is signed in. */
  as: string | null;
  open: (page: Page, app: RunningApp) => Promise<void>;
  /** Shown in the README. */
  isInDocs?: boolean;
}

const goTo = (path: string) => async (page: Page, app: RunningApp) => {
  await page.goto(`${app.address}${path}`);
};

/** Opens a page and follows the link whose address matches. */
const follow = (path: string, href: RegExp) => async (page: Page, app: RunningApp) => {
  await page.goto(`${app.address}${path}`);
  const links = await page.locator('main a[href]').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  const wanted = links.find((link) => href.test(link));
  if (!wanted) throw new Error(`${path} has no link like ${href}: ${links.join(' ')}`);
  await page.goto(`${app.address}${wanted}`);
};

/** The draft of the year before against its published edition. */
async function compareLastYear(page: Page, app: RunningApp): Promise<void> {
  await follow(`/reports?year=${publishedYear}`, /^\/reports\/[^/]+\/\d{4}\/consolidated/)(page, app);
  await page.goto(`${page.url()}/compare/1/draft`);
}

/** The report of the year before, with its texts in their editors. */
async function lastYearInWriting(page: Page, app: RunningApp): Promise<void> {
  await follow(`/reports?year=${publishedYear}`, /^\/reports\/[^/]+\/\d{4}\/consolidated/)(page, app);
  await page.locator('#text-1[contenteditable]').waitFor();
}

/** The sign page of the year before, as it stands for its next edition. */
async function signLastYear(page: Page, app: RunningApp): Promise<void> {
  await follow(`/reports?year=${publishedYear}`, /^\/reports\/[^/]+\/\d{4}\/own_organ/)(page, app);
  await page.goto(`${page.url()}/sign`);
}

async function sheetOfLastYear(page: Page, app: RunningApp): Promise<void> {
  await follow(`/reports?year=${publishedYear}`, /^\/reports\/[^/]+\/\d{4}\/consolidated/)(page, app);
  await page.goto(`${page.url()}/editions/1`);
}

/** A chapter with a live number, an untyped one, and what stands open about it. */
async function writeText(page: Page, app: RunningApp): Promise<void> {
  await follow('/reports', /^\/reports\/[^/]+\/\d{4}\/consolidated/)(page, app);
  const box = page.locator('#text-1');
  await box.waitFor();
  if (((await box.textContent()) ?? '').trim() === '') {
    await box.click();
    await page.keyboard.insertText('全区新收政府信息公开申请{{s3.new_received.total}}件，予以公开{{s3.granted.total}}件，开展培训20场次。');
  }
  await box.locator('.untyped-number').first().click();
  await page.locator('fieldset').first().waitFor();
}

/** A note below table 二 in writing, with a live number and an untyped one. */
async function writeNote(page: Page, app: RunningApp): Promise<void> {
  await follow('/reports', /^\/reports\/[^/]+\/\d{4}\/consolidated/)(page, app);
  const place = page.locator('#text-t2');
  await place.waitFor();
  const begin = place.locator('button');
  if ((await begin.count()) > 0) {
    await begin.click();
    await page.locator('#text-t2[contenteditable]:focus').waitFor();
    await page.keyboard.insertText('行政许可处理决定{{s2.licensing_decisions}}件，含受委托实施的3件。');
  }
  await place.locator('.untyped-number').first().waitFor();
  await place.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

export const screens: readonly Screen[] = [
  { name: 'sign-in', as: null, open: goTo('/sign-in'), isInDocs: true },
  { name: 'tasks', as: 'office', open: goTo('/tasks') },
  { name: 'filing-form', as: 'office', open: follow('/tasks', /^\/filings\//), isInDocs: true },
  { name: 'filing-form-returned', as: 'reform', open: follow('/tasks', /^\/filings\//) },
  { name: 'filing-form-submitted', as: 'education', open: follow('/tasks', /^\/filings\//) },
  {
    name: 'check-page',
    as: 'east',
    open: async (page, app) => {
      await follow('/tasks', /^\/filings\//)(page, app);
      await page.goto(`${page.url().split('#')[0]}/check`);
    },
  },
  { name: 'review-queue', as: 'reviewer', open: goTo('/review') },
  { name: 'review-submission', as: 'reviewer', open: follow('/review', /^\/review\/./), isInDocs: true },
  { name: 'overview', as: 'leader', open: goTo('/overview') },
  { name: 'overview-of-the-office', as: 'admin', open: goTo('/overview') },
  { name: 'board', as: 'admin', open: goTo('/board'), isInDocs: true },
  { name: 'board-risk', as: 'reviewer', open: goTo('/board?show=unfinished&order=risk') },
  { name: 'board-findings', as: 'reviewer', open: goTo('/board/findings') },
  { name: 'board-workbooks', as: 'admin', open: goTo('/board/workbooks') },
  { name: 'board-figures', as: 'reviewer', open: goTo('/board/figures') },
  { name: 'trends', as: 'admin', open: goTo('/trends'), isInDocs: true },
  { name: 'trends-of-a-unit', as: 'education', open: goTo('/trends') },
  { name: 'reports', as: 'admin', open: goTo('/reports') },
  { name: 'editions-compared', as: 'admin', open: compareLastYear },
  { name: 'annual-report', as: 'admin', open: lastYearInWriting, isInDocs: true },
  { name: 'annual-report-text', as: 'admin', open: writeText },
  { name: 'annual-report-note', as: 'admin', open: writeNote },
  { name: 'office-units', as: 'admin', open: goTo('/office/units') },
  { name: 'office-units-close', as: 'admin', open: goTo('/office/units/close') },
  { name: 'office-signing', as: 'admin', open: goTo('/office/signing') },
  { name: 'sign-page', as: 'leader', open: signLastYear },
  { name: 'edition-sheet', as: 'admin', open: sheetOfLastYear },
  { name: 'chase', as: 'admin', open: goTo(`/board/chase?year=${publishedYear + 1}&quarter=3`) },
  { name: 'office-announcements', as: 'admin', open: goTo('/office/announcements') },
  { name: 'office-people', as: 'admin', open: goTo('/office/people') },
  { name: 'office-years', as: 'admin', open: goTo('/office/years') },
  { name: 'office-roll-over', as: 'admin', open: goTo(`/office/years/roll-over?from=${publishedYear}`) },
  { name: 'office-wording', as: 'admin', open: goTo('/office/wording') },
  { name: 'adopt-a-report', as: 'admin', open: goTo('/reports/adopt') },
  { name: 'own-reports', as: 'admin', open: goTo(`/reports/own?year=${publishedYear}`) },
  { name: 'office-indicators', as: 'admin', open: goTo('/office/indicators') },
  { name: 'office-openings', as: 'admin', open: goTo('/office/openings') },
  { name: 'office-phrases', as: 'admin', open: goTo('/office/phrases') },
  { name: 'office-backups', as: 'admin', open: goTo('/office/backups') },
  { name: 'office-looks', as: 'admin', open: goTo('/office/looks') },
  { name: 'office-messages', as: 'admin', open: goTo('/office/messages') },
  { name: 'office-rule-notes', as: 'admin', open: goTo('/office/rule-notes') },
  { name: 'notices', as: 'reform', open: goTo('/notices') },
  {
    name: 'workbook',
    as: 'east',
    open: async (page, app) => {
      await follow('/tasks', /^\/filings\//)(page, app);
      await page.goto(`${page.url().split('#')[0]}/workbook`);
    },
  },
  { name: 'help', as: 'office', open: goTo('/help') },
  { name: 'slips', as: 'admin', open: goTo('/slips') },
  { name: 'audit', as: 'auditor', open: goTo('/audit') },
  { name: 'rules', as: 'auditor', open: goTo('/rules') },
  { name: 'check-a-file', as: 'reviewer', open: goTo('/check') },
  { name: 'not-found', as: 'office', open: goTo('/filings/nowhere') },
];

/** Pictures of every main page, at the size of an old office screen and whole, in both languages. */
export async function lookAtScreens(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  mkdirSync('docs/screens', { recursive: true });
  const app = await startApp([]);
  const browser = await chromium.launch(browserLaunch());
  const pictures: string[] = [];
  try {
    for (const language of ['zh', 'en'] as const)
      for (const screen of screens) pictures.push(...(await picture(browser, app, { screen, language, folder })));
  } finally {
    await browser.close();
    await app.stop();
  }
  return pictures;
}

async function picture(
  browser: Browser,
  app: RunningApp,
  { screen, language, folder }: { screen: Screen; language: 'zh' | 'en'; folder: string },
): Promise<string[]> {
  const context = await browser.newContext({ viewport: size, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
  await context.addCookies([{ name: 'nianbao-language', value: language, url: app.address }]);
  const page = await context.newPage();
  try {
    if (screen.as) await signInAs(page, app.address, screen.as);
    await screen.open(page, app);
    await page.locator('main').first().waitFor();
    // What follows the focus a moment later belongs into the picture.
    await page.waitForLoadState('networkidle');
    const first = join(folder, `${screen.name}.${language}.png`);
    await page.screenshot({ path: first });
    const whole = join(folder, `${screen.name}.${language}.whole.png`);
    await page.screenshot({ path: whole, fullPage: true });
    if (screen.isInDocs && language === 'zh') copyFileSync(first, join('docs/screens', `${screen.name}.png`));
    return [first, whole];
  } finally {
    await context.close();
  }
}
