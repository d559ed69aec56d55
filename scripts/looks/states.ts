import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { confirmedStates } from './confirmed-states';
import {
  balanced,
  documents,
  filingOf,
  formOf,
  granted,
  known,
  lastYear,
  licences,
  oneMore,
  openAt,
  type State,
  save,
  signSlip,
  submit,
  words,
  writeSlip,
} from './scenes';
import type { PictureLanguage, Stage } from './stage';

async function openForm(stage: Stage, username: string, language: PictureLanguage, quarter = 3): Promise<Page> {
  const page = await stage.page(username, language);
  await page.goto(`${stage.app.address}/filings/${await filingOf(stage, username, quarter)}`);
  const { save } = words[language].clerk;
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`${save.nothing}|${save.saved('\\d')}`) })
    .first()
    .waitFor();
  return page;
}

async function toSection(page: Page, language: PictureLanguage, section: '3'): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(words[language].clerk.sections[section]) }).click();
}

function input(page: Page, cell: string) {
  return page.locator(`input[data-cell="${cell}"]`);
}

export const states: readonly State[] = [
  {
    name: 'form-typing',
    async open({ stage, language }) {
      const page = await openForm(stage, 'office', language);
      await input(page, documents).focus();
      await input(page, documents).dispatchEvent('compositionstart');
      await page.getByText(words[language].clerk.save.typing).waitFor();
      return page;
    },
  },
  {
    name: 'form-two-values',
    async setUp(stage) {
      const { unitId } = await formOf(stage, 'office');
      await stage.act('admin', 'office.createPerson', { username: 'xu.zhixing', name: '许知行', unitId, role: 'clerk' });
    },
    async open({ stage, language }) {
      const page = await openForm(stage, 'xu.zhixing', language);
      await toSection(page, language, '3');
      await save(stage, 'office', granted, language === 'zh' ? '13' : '14');
      await input(page, granted).fill('5');
      await input(page, granted).press('Enter');
      await page.getByRole('alert').getByRole('region').first().waitFor();
      await input(page, granted).focus();
      return page;
    },
  },
  {
    name: 'form-not-kept',
    async open({ stage, language }) {
      const page = await stage.page('finance', language);
      await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
      await page.goto(`${stage.app.address}/filings/${await filingOf(stage, 'finance', 3)}`);
      await page.getByText(words[language].clerk.save.notDurable).waitFor();
      return page;
    },
  },
  {
    name: 'form-offline',
    async open({ stage, language }) {
      const page = await openForm(stage, 'finance', language);
      await page.context().setOffline(true);
      await input(page, documents).fill('2');
      await input(page, documents).press('Enter');
      await page
        .getByRole('status')
        .filter({ hasText: words[language].clerk.save.offline(1, true) })
        .waitFor();
      return page;
    },
  },
  {
    name: 'form-signed-out',
    async open({ stage, language, words }) {
      const page = await openForm(stage, 'finance', language);
      await page.context().clearCookies({ name: /session/ });
      await input(page, documents).fill(language === 'zh' ? '3' : '4');
      await input(page, documents).press('Enter');
      await page.getByText(words.clerk.signIn.title).first().waitFor();
      return page;
    },
  },
  { name: 'form-overdue', open: ({ stage, language }) => openForm(stage, 'housing', language, 2) },
  {
    name: 'form-locked',
    async open({ stage, language, words }) {
      const tasks = await stage.ask<readonly { filingId: string; status: string }[]>('labour', 'filing.tasks');
      const page = await openAt(stage, 'labour', language, `/filings/${tasks.find((one) => one.status === 'locked')?.filingId}`);
      await page.getByText(words.clerk.readOnly.locked).waitFor();
      return page;
    },
  },
  {
    name: 'slip-empty',
    async open({ stage, language }) {
      const { unitId } = await formOf(stage, 'labour');
      return openAt(stage, 'labour', language, `/slips/new?unit=${unitId}&year=${await lastYear(stage)}&quarter=1`);
    },
  },
  {
    name: 'slip-unbalanced',
    async open({ stage, language }) {
      known.unbalanced ??= (await writeSlip(stage, [[granted, oneMore]])).slipId;
      return openAt(stage, 'labour', language, `/slips/${known.unbalanced}`);
    },
  },
  {
    name: 'slip-balanced',
    async open({ stage, language }) {
      known.balanced ??= (await writeSlip(stage, balanced)).slipId;
      return openAt(stage, 'labour', language, `/slips/${known.balanced}`);
    },
  },
  {
    name: 'slip-sign-dialog',
    async open({ stage, language, words }) {
      const page = await openAt(stage, 'labour', language, `/slips/${known.balanced}`);
      await page.getByRole('button', { name: words.slips.sign }).click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: 'slip-waiting',
    async setUp(stage) {
      const slip = await writeSlip(stage, balanced, 2);
      await signSlip(stage, slip);
      known.waiting = slip.slipId;
    },
    open: ({ stage, language }) => openAt(stage, 'labour', language, `/slips/${known.waiting}`),
    isPrinted: true,
  },
  { name: 'slip-to-decide', open: ({ stage, language }) => openAt(stage, 'admin', language, `/slips/${known.waiting}`) },
  {
    name: 'slip-refuse-dialog',
    async open({ stage, language, words }) {
      const page = await openAt(stage, 'admin', language, `/slips/${known.waiting}`);
      await page.getByRole('button', { name: words.slips.refuse }).click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  ...confirmedStates,
  {
    name: 'slip-refused',
    async setUp(stage) {
      const slip = await writeSlip(stage, balanced, 3);
      await signSlip(stage, slip);
      await stage.act('admin', 'slip.refuse', {
        ...slip,
        password: '',
        reason: '附件中的收发登记日期在下一季度，请核对是否应计入第四季度。',
      });
      known.refused = slip.slipId;
    },
    open: ({ stage, language }) => openAt(stage, 'labour', language, `/slips/${known.refused}`),
    isPrinted: true,
  },
  {
    name: 'slip-withdrawn',
    async setUp(stage) {
      const slip = await writeSlip(stage, balanced, 4);
      await signSlip(stage, slip);
      await stage.act('labour', 'slip.withdraw', slip);
      known.withdrawn = slip.slipId;
    },
    open: ({ stage, language }) => openAt(stage, 'labour', language, `/slips/${known.withdrawn}`),
  },
  {
    name: 'slip-accepted',
    async setUp(stage) {
      const slip = await writeSlip(stage, balanced, 3);
      await signSlip(stage, slip);
      await stage.act('admin', 'slip.accept', { ...slip, password: '' });
      known.accepted = slip.slipId;
    },
    open: ({ stage, language }) => openAt(stage, 'labour', language, `/slips/${known.accepted}`),
    isPrinted: true,
  },
  { name: 'slip-list', open: ({ stage, language }) => openAt(stage, 'labour', language, '/slips') },
  {
    name: 'check-changed-meanwhile',
    async setUp(stage) {
      const { unitId } = await formOf(stage, 'east');
      await stage.act('admin', 'office.changeUnit', { unitId, change: { needsSignOff: false }, seen: {} });
    },
    async open({ stage, language, words }) {
      const { filingId, receiver } = await formOf(stage, 'east');
      const page = await openAt(stage, 'east', language, `/filings/${filingId}/check`);
      const button = page.getByRole('button', { name: new RegExp(`^${words.clerk.check.submit(receiver, '').trim().slice(0, 6)}`) });
      await button.waitFor();
      const { contribution } = await formOf(stage, 'east');
      const text = language === 'zh' ? '本季度新增主动公开目录 3 项。' : '本季度新增主动公开目录 4 项，另修订目录 2 项。';
      await stage.act('east', 'filing.saveText', { filingId, changeId: randomUUID(), text, baseVersion: contribution.version });
      await button.click();
      await page.getByRole('region', { name: words.seen.title }).waitFor();
      return page;
    },
  },
  {
    name: 'review-changed-meanwhile',
    async open({ stage, language, words }) {
      const { filingId } = await formOf(stage, 'education');
      const page = await openAt(stage, 'reviewer', language, `/review/${filingId}`);
      await page.getByRole('button', { name: words.review.approve, exact: true }).waitFor();
      await stage.act('education', 'filing.recall', { filingId });
      const { contribution } = await formOf(stage, 'education');
      await stage.act('education', 'filing.saveText', {
        filingId,
        changeId: randomUUID(),
        text: `${contribution.text}另举办政务公开日活动 1 场。`,
        baseVersion: contribution.version,
      });
      await submit(stage, 'education');
      await page.getByRole('button', { name: words.review.approve, exact: true }).click();
      await page.getByRole('region', { name: words.seen.title }).waitFor();
      return page;
    },
  },
  {
    name: 'form-remark-thread',
    async setUp(stage) {
      const { filingId, remarks } = await formOf(stage, 'reform');
      await stage.act('reform', 'filing.replyToRemark', { filingId, remarkId: remarks[0]?.id, text: '以公示平台哪一天的数为准？' });
      await stage.act('reviewer', 'filing.replyToRemark', { filingId, remarkId: remarks[0]?.id, text: '以季末最后一天为准。' });
    },
    async open({ stage, language, words }) {
      const page = await openForm(stage, 'reform', language);
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: new RegExp(words.talk.replyOf('')) }).click();
      return page;
    },
  },
  {
    name: 'review-remark-thread',
    open: async ({ stage, language }) => openAt(stage, 'reviewer', language, `/review/${await filingOf(stage, 'reform', 3)}`),
  },
  {
    name: 'review-resubmitted',
    async setUp(stage) {
      const { filingId, remarks, stored } = await formOf(stage, 'reform');
      const now = Number(stored[licences]?.raw ?? 0);
      await save(stage, 'reform', licences, String(now + 3));
      await stage.act('reform', 'filing.answerRemark', {
        filingId,
        remarkId: remarks[0]?.id,
        answer: 'changed',
        text: '已按公示平台季末数更正。',
      });
      const form = await formOf(stage, 'reform');
      await stage.act('reform', 'filing.saveText', {
        filingId,
        changeId: randomUUID(),
        text: `${form.contribution.text}本季度许可公示数已与平台核对一致。`,
        baseVersion: form.contribution.version,
      });
      await submit(stage, 'reform');
    },
    open: async ({ stage, language }) => openAt(stage, 'reviewer2', language, `/review/${await filingOf(stage, 'reform', 3)}`),
  },
  {
    name: 'form-exception-waiting',
    async setUp(stage) {
      const { stored } = await formOf(stage, 'east');
      await save(stage, 'east', granted, String(Number(stored[granted]?.raw ?? 0) + 1));
      const { filingId, checkRun } = await formOf(stage, 'east');
      const broken = checkRun.findings.find((finding) => finding.severity === 'must_fix');
      await stage.act('east', 'filing.explain', {
        filingId,
        rule: broken?.rule,
        boundTo: broken?.boundTo,
        text: '法院裁定撤销原答复后当季重新答复，按裁定计入本季，差一件已在台账注明。',
      });
    },
    open: ({ stage, language }) => openForm(stage, 'east', language),
  },
  {
    name: 'queue-exceptions-and-practice',
    async setUp(stage) {
      const { filingId } = await formOf(stage, 'finance');
      const { filingId: practice } = await stage.act<{ filingId: string }>('finance', 'filing.startPractice', { filingId });
      const page = await openAt(stage, 'finance', 'zh', `/filings/${practice}`);
      await page.getByRole('button', { name: '零报告' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      if (await dialog.getByRole('checkbox').count()) await dialog.getByRole('checkbox').check();
      await dialog.getByRole('button', { name: '确认零报告' }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /已保存 \d/ })
        .waitFor();
      await page.goto(`${stage.app.address}/filings/${practice}/check`);
      await page.getByRole('button', { name: /^向.+报送/ }).click();
      await page.getByRole('region', { name: '已报送' }).waitFor();
      await page.context().close();
    },
    open: ({ stage, language }) => openAt(stage, 'reviewer', language, '/review'),
  },
  {
    name: 'review-exception',
    open: async ({ stage, language }) => openAt(stage, 'reviewer', language, `/review/${await filingOf(stage, 'police', 3)}`),
  },
  {
    name: 'queue-empty',
    async setUp(stage) {
      const { unitId } = await formOf(stage, 'civil');
      await stage.act('admin', 'office.createPerson', { username: 'civil.reviewer', name: '苏见微', unitId, role: 'reviewer' });
    },
    open: ({ stage, language }) => openAt(stage, 'civil.reviewer', language, '/review'),
  },
  {
    name: 'return-dialog',
    async open({ stage, language, words }) {
      const page = await openAt(stage, 'reviewer', language, `/review/${await filingOf(stage, 'river', 3)}`);
      await page.locator('main table button').first().click();
      await page.getByRole('textbox').first().fill('请核对依据');
      await page.getByRole('button', { name: words.review.pin, exact: true }).click();
      await page.getByRole('button', { name: new RegExp(`^${words.review.returnIt}`) }).click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: 'set-password',
    async setUp(stage) {
      const { unitId } = await formOf(stage, 'finance');
      const { secret } = await stage.act<{ secret: string }>('admin', 'office.createPerson', {
        username: 'new.person',
        name: '程远',
        unitId,
        role: 'clerk',
      });
      known.link = `/link/${secret}`;
    },
    open: ({ stage, language }) => openAt(stage, null, language, known.link ?? ''),
  },
  { name: 'stale-link', open: ({ stage, language }) => openAt(stage, null, language, '/link/gone') },
  {
    name: 'slips-of-a-closed-unit',
    async setUp(stage) {
      const [civil, market] = [await formOf(stage, 'civil'), await formOf(stage, 'market')];
      const into = { name: '示例区民政和市场监督管理局', kind: 'department' };
      await stage.act('admin', 'office.closeUnits', { unitIds: [civil.unitId, market.unitId], closesOn: `${civil.year}-09-30`, into });
    },
    open: ({ stage, language }) => openAt(stage, 'civil', language, '/slips'),
  },
  { name: 'tasks-with-return', open: ({ stage, language }) => openAt(stage, 'reform', language, '/tasks') },
  { name: 'tasks-overdue', open: ({ stage, language }) => openAt(stage, 'housing', language, '/tasks') },
  {
    name: 'fault-inside',
    async setUp({ app }) {
      const database = new Database(join(app.dataFolder, 'nianbao.db'));
      database.exec('ALTER TABLE phrases RENAME TO phrases_gone');
      database.close();
    },
    open: ({ stage, language }) => openAt(stage, 'admin', language, '/office/phrases'),
  },
];
