import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { count, figureAt, withComputed } from '../../server/domain/figures';
import { type CellId, getFormat, leafCells } from '../../server/domain/formats';
import { toReportJson } from '../../server/domain/reading/to-report-json';
import { readDocx } from '../../server/imports/docx-tables';
import type { ReportPage } from '../../server/queries/report';
import { readFace } from '../../server/rehearsal/read-face';
import { act, ask } from '../api';
import { expect, test } from '../fixtures';
import { openReportTab } from '../pages/report-aside';
import { ReportText, storedText } from '../pages/report-text';
import { RollOverPages } from '../pages/roll-over';
import { signInWithPassword } from '../sign-in';
import { fileYear, password, people, units } from '../small-district';

const [last, next] = [2024, 2025];
const format = getFormat('2021');
const chapter = '一、总体情况';
const penalties = /行政处罚/;
const penaltyCell = 's2.penalty_decisions';
const question = '本年组织了多少场政务公开培训？';
/** The first paragraph as it is printed, with its four numbers. */
const printed = '全年新收申请12件，予以公开的占100.00%。召开会议9次，建成3公里政务公开服务圈。';
const sentence = '城市管理领域组织政务公开培训6场次。';

/** Last year, as it was published: two bureaus' worth of figures, small enough to follow by eye. */
const published: Record<string, Record<CellId, number>> = {
  office: { 's2.normative_documents.in_force': 5, 's3.new_received.natural_person': 4, 's3.granted.natural_person': 4 },
  bureau: {
    's2.penalty_decisions': 11,
    's3.new_received.natural_person': 7,
    's3.granted.natural_person': 6,
    's3.carried_out.natural_person': 1,
  },
};

/** Every quarter of the new year. What the bureau carries in is carried out again. */
const quarterly: Record<string, Record<CellId, number>> = {
  office: { 's2.normative_documents.in_force': 5, 's3.new_received.natural_person': 1, 's3.granted.natural_person': 1 },
  bureau: {
    's2.penalty_decisions': 3,
    's3.new_received.natural_person': 2,
    's3.granted.natural_person': 2,
    's3.carried_out.natural_person': 1,
  },
};

test('last year’s report is adopted, the new year is written, signed and finalised, corrected late, signed again, and goes out as edition 2', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const who = async (person: { username: string }) => {
    const page = await newPerson();
    await signInWithPassword(page, address, { username: person.username, password });
    return page;
  };
  const admin = await who(people.admin);
  const reviewer = await who(people.reviewer);
  const lawyer = await who(people.lawyer);
  const leader = await who(people.leader);
  const officeClerk = await who(people.officeClerk);
  const clerk = await who(people.bureauClerk);
  const report = `${address}/reports/root/${next}/consolidated`;
  const signing = admin.getByRole('region', { name: '签发', exact: true });

  await test.step('the reports published last year are adopted from their files', async () => {
    await admin.goto(`${address}/reports`);
    await admin.getByRole('link', { name: '采用已公布的年报' }).click();
    await adopt(admin, 'root', [published.office, published.bureau]);
    await adopt(admin, 'office', [published.office]);
    await adopt(admin, 'bureau', [published.bureau]);
    await admin.getByRole('link', { name: '结转到新的一年' }).click();
  });

  await test.step('the year is rolled over, with its openings and one paragraph', async () => {
    const wizard = await RollOverPages.on(admin, next);
    for (const name of ['年度与期限', '单位与期初数']) await wizard.next(name);
    await expect(wizard.step()).toContainText('2 个单位在新的一年填报');
    for (const name of ['自设指标', '沿用文字']) await wizard.next(name);
    await wizard.carry('六、其他需要报告的事项', 1);
    await wizard.next('核对并结转');
    await wizard.rollOver(next);
  });

  await test.step('four quarters are filed and approved', () =>
    fileYear({ admin, clerks: [officeClerk, clerk], reviewer, address }, next, quarterly));

  await test.step('the bureau is asked for material and answers', async () => {
    await admin.goto(report);
    await openReportTab(admin, '文字');
    await admin.getByRole('button', { name: '向单位征集' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('内容').selectOption({ label: '监督保障' });
    await dialog.getByLabel('问题').fill(question);
    await dialog.getByLabel(units.bureau.name).check();
    await dialog.getByRole('button', { name: '发出征集' }).click();
    await expect(admin.getByText('已向 1 个单位征集。')).toBeVisible();
    await clerk.goto(`${address}/tasks`);
    await clerk.getByRole('link', { name: /^去答复/ }).click();
    await clerk.getByLabel('可以放进年报的一句话').fill(sentence);
    await clerk.getByLabel(/^数字/).fill('6 场次');
    await clerk.getByLabel('依据').fill('培训签到表');
    await clerk.getByRole('button', { name: `答复：${question}` }).click();
    await expect(clerk.getByRole('button', { name: '修改答复' })).toBeVisible();
  });

  await test.step('the text is written with every kind of number, and takes the bureau’s sentence in', async () => {
    await admin.goto(report);
    await writeTexts(admin);
    await admin.getByRole('button', { name: `放进“${chapter}”末尾：${units.bureau.name}` }).click();
    await expect(admin.getByText('已在文字中', { exact: true })).toBeVisible();
    await registerFact(await ReportText.open(admin, chapter), '6', '培训签到表');
    expect((await storedText(admin, address, '1')).match(/\{\{.+?\}\}/g)).toEqual([
      '{{s3.new_received.total}}',
      '{{s3.granted.total / s3.new_received.total % 2}}',
      expect.stringMatching(/^\{\{fact:/),
      '{{=3}}',
      expect.stringMatching(/^\{\{fact:/),
    ]);
    await admin.getByRole('button', { name: /确认仍然属实/ }).click();
    await expect(admin.getByRole('article').getByText(`沿用自 ${last} 年，未确认`)).toHaveCount(0);
  });

  await test.step('three people sign, each their step', async () => {
    await admin.goto(`${address}/office/signing`);
    await admin.getByRole('button', { name: '采用常用的三步' }).click();
    await admin.getByRole('button', { name: '保存步骤' }).click();
    await expect(admin.getByText(/^已保存。/)).toBeVisible();
    await admin.goto(report);
    await openReportTab(admin, '定稿');
    await signing.getByRole('button', { name: '送签' }).click();
    await expect(signing.getByText(/罗主任 · .* 送签/)).toBeVisible();
    await sign(reviewer, address, '办公室审核');
    await sign(lawyer, address, '法制与保密审查');
    await sign(leader, address, '领导签发');
  });

  await test.step('it is finalised as edition 1, with the password; a suggestion nobody decided on is called to mind and stops nothing', async () => {
    const key = { unitId: units.root.id, year: next, scope: 'consolidated' };
    const { texts } = await ask<ReportPage>(leader.request, address, 'report.page', key);
    const { text = '', version: baseVersion = 0 } = texts['5'] ?? {};
    const suggestion = { key: '5', text: `${text}措施要具体。`, baseVersion, reason: '' };
    await act(leader.request, address, 'report.suggest', { ...key, ...suggestion });
    await finalise(admin, report, 1);
  });

  await test.step('the bureau corrects a locked quarter', async () => {
    await clerk.goto(`${address}/tasks`);
    await clerk
      .getByRole('list', { name: '已完成的任务' })
      .getByRole('link', { name: new RegExp(`${next} 年第一季度`) })
      .first()
      .click();
    await clerk.getByRole('link', { name: '更正…' }).click();
    await clerk.getByRole('region', { name: '选择单元格' }).getByRole('button', { name: penalties }).first().click();
    await clerk.getByRole('textbox', { name: /^更正为.*行政处罚/ }).fill('4');
    await clerk.getByLabel('更正理由').fill('核对台账发现漏计一件行政处罚决定。');
    await clerk.getByRole('button', { name: '签署，报办公室' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '签署，报办公室' }).click();
    await expect(clerk.getByText('单位已签署，等待办公室签署。')).toBeVisible();
  });

  await test.step('before it is accepted, its impact names the one signature that lapses; then exactly that one has', async () => {
    await admin.goto(`${address}/slips`);
    await admin.getByRole('link', { name: new RegExp(`${units.bureau.name} ${next} 年第 1 号更正单`) }).click();
    await admin.getByRole('button', { name: '签署，使更正生效' }).click();
    const impact = admin.getByRole('region', { name: '保存后会有的影响' });
    await expect(impact).toContainText('1 个签字会失效');
    await expect(impact).toContainText('办公室审核（唐审核）：二、主动公开政府信息情况');
    await expect(impact).toContainText('另有 1 个签字不受影响');
    await expect(impact.getByRole('row', { name: penalties })).toContainText(/12.*13/);
    await admin.getByRole('dialog').getByLabel('本人密码').fill(password);
    await admin.getByRole('dialog').getByRole('button', { name: '签署，使更正生效' }).click();
    await expect(admin.getByText('已签署，更正已生效。')).toBeVisible();
    await admin.goto(report);
    await expect(signing).toContainText('1/3 已签');
    await expect(signing).toContainText('1 个因改动失效');
    await expect(signing).toContainText('第 1 版时所签，内容未变，继续有效');
  });

  await test.step('the signer sees what changed since and signs again; the leader signs every edition', async () => {
    await signing.getByRole('button', { name: '送签' }).click();
    await expect(signing.getByText(/罗主任 · .* 送签/)).toBeVisible();
    await sign(reviewer, address, '办公室审核', async () => {
      await expect(reviewer.getByRole('heading', { name: /^您于 .* 签字以后的改动$/ })).toBeVisible();
      await expect(reviewer.getByRole('row', { name: penalties }).first()).toContainText(/12.*13/);
    });
    await lawyer.goto(address);
    await expect(lawyer.getByRole('heading', { level: 1, name: '审核' })).toBeVisible();
    await expect(lawyer.getByText(/请您签|请重签/)).toHaveCount(0);
    await sign(leader, address, '领导签发');
  });

  await test.step('edition 2 is made', () => finalise(admin, report, 2));

  await test.step('every face of it is taken away and says the corrected number', () => takeEveryFace(admin));

  await test.step('editions 1 and 2 are compared: one figure differs, and no text', async () => {
    await admin.getByRole('listitem').filter({ hasText: '更正第 1 版' }).getByRole('link', { name: '与第 1 版对照' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: '第 2 版与第 1 版的对照' })).toBeVisible();
    await expect(admin.getByText('1 格数据、0 段文字有改动')).toBeVisible();
    await expect(admin.getByRole('row', { name: penalties })).toContainText(/12\s*13\s*\+1/);
  });
});

/** Drops a published report on the page and adopts it. @param parts the figures that its own are the sums of */
async function adopt(page: Page, unit: keyof typeof units, parts: readonly (Record<CellId, number> | undefined)[]): Promise<void> {
  const { name } = units[unit];
  const figures = withComputed(
    format,
    new Map(leafCells(format).map(({ id }) => [id, count(parts.reduce((sum, part) => sum + (part?.[id] ?? 0), 0))])),
  );
  const texts = { '6': '本年度未收取政府信息公开信息处理费。' };
  const content = { organ: name, year: last, scope: unit === 'root' ? ('consolidated' as const) : ('own_organ' as const), figures, texts };
  const buffer = Buffer.from(JSON.stringify(toReportJson({ format, content })));
  await page.getByLabel(/^年报文件 /).setInputFiles({ name: `${unit}.json`, mimeType: 'application/json', buffer });
  await page.getByLabel('单位', { exact: true }).selectOption({ label: name });
  await page.getByLabel('采用的理由').fill(`已于 ${next} 年 1 月在政府网站公布。`);
  await page.getByRole('button', { name: '采用为定稿版' }).click();
  await expect(page.getByText('已采用为第 1 版。')).toBeVisible();
}

async function writeTexts(page: Page): Promise<void> {
  const preamble = await ReportText.open(page, '引言');
  await preamble.write(
    `本报告依据《中华人民共和国政府信息公开条例》编制，反映全区 ${next} 年政府信息公开工作情况。统计期限自 ${next} 年 1 月 1 日起至 12 月 31 日止。`,
  );
  await preamble.untilSaved();
  const problems = await ReportText.open(page, '五、存在的主要问题及改进情况');
  await problems.write('个别答复说理不够充分。已编写示范文本并组织评查。');
  await problems.untilSaved();

  const text = await ReportText.open(page, chapter);
  await text.write('全年新收申请');
  await page.keyboard.type('{{');
  const panel = text.insertPanel();
  await panel.getByRole('textbox', { name: '查找单元格' }).fill('bnxs');
  await page.keyboard.press('Enter');
  await expect(text.live(/^12，一、本年新收政府信息公开申请数量，总计$/)).toBeVisible();
  await page.keyboard.insertText('件，予以公开的占');
  await text.place.getByRole('button', { name: '插入数' }).click();
  await panel.getByLabel('插入什么').selectOption({ label: '占比' });
  await choose(text, '部分（分子）', '予以公开 总计', /^（一）予以公开，总计/);
  await choose(text, '总体（分母）', '新收 总计', /^一、本年新收政府信息公开申请数量，总计/);
  await panel.getByRole('button', { name: '插入', exact: true }).click();
  await expect(text.live(/计算得出：.*予以公开，总计 ÷/)).toBeVisible();
  await page.keyboard.insertText('%。召开会议9次，建成3公里政务公开服务圈。');
  await text.untyped('3').click();
  await text.numberPanel().getByRole('button', { name: '声明为不计数的字样' }).click();
  await expect(text.live('3，声明为不计数的字样')).toBeVisible();
  await registerFact(text, '9', '会议记录');
  await text.toEnd();
  await text.type('\n对各单位开展工作考核，结果为合格；社会评议结果良好；全年没有需要追究责任的情形。');
  await text.untilSaved();
}

async function choose(text: ReportText, part: string, searched: string, cell: RegExp): Promise<void> {
  const panel = text.insertPanel();
  await panel.getByRole('textbox', { name: part }).fill(searched);
  await panel.getByRole('list', { name: part }).getByRole('button', { name: cell }).click();
}

async function registerFact(text: ReportText, shown: string, evidence: string): Promise<void> {
  await text.untyped(shown).click();
  const panel = text.numberPanel();
  await panel.getByRole('button', { name: '登记为本地事实' }).click();
  await panel.getByLabel('依据').fill(evidence);
  await panel.getByRole('button', { name: '登记', exact: true }).click();
  await expect(text.live(new RegExp(`^${shown}.*本地事实：`))).toBeVisible();
  await text.untilSaved();
}

/** From the first page to the whole document, and the signature under it. */
async function sign(page: Page, address: string, step: string, look?: () => Promise<void>): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: /看全文并签字/ }).click();
  await expect(page.getByRole('region', { name: '将要印出的全文' })).toContainText('政府信息公开工作年度报告');
  await look?.();
  await page.getByRole('button', { name: `签字：${step}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `签字：${step}` })
    .click();
  await expect(page.getByText('已签字。')).toBeVisible();
}

async function finalise(page: Page, report: string, edition: number): Promise<void> {
  await page.goto(report);
  await openReportTab(page, '定稿');
  await page.getByRole('button', { name: `定稿：生成第 ${edition} 版` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('还有 1 条修改建议没有决定。')).toBeVisible();
  await expect(dialog.getByText(`五、存在的主要问题及改进情况（${people.leader.name}）`)).toBeVisible();
  if (edition > 1) await dialog.getByLabel('更正原因').fill('按更正单补计一件，并改正文字。');
  await dialog.getByLabel('本人密码').fill(password);
  await dialog.getByRole('button', { name: '确认定稿' }).click();
  await expect(dialog.getByText(`已定稿：第 ${edition} 版。`)).toBeVisible();
  await dialog.getByText('关闭', { exact: true }).click();
}

async function takeEveryFace(page: Page): Promise<void> {
  for (const [kind, label] of [
    ['docx', 'Word'],
    ['pdf', 'PDF'],
    ['html', '网页'],
    ['xlsx', 'Excel'],
    ['csv', 'CSV'],
    ['json', 'JSON'],
  ] as const) {
    const bytes = await download(page, label);
    const figures = await readFace(kind, bytes, format);
    expect([kind, figureAt(figures, penaltyCell)]).toMatchObject([kind, { state: 'number', value: 13 }]);
    if (kind === 'docx') expect(paragraphsOf(bytes)).toEqual(expect.arrayContaining([printed, sentence]));
  }
  expect(paragraphsOf(await download(page, '图解 Word')).join('')).toContain(`${next}年政府信息公开工作年度报告（汇总，第2版）`);
  expect(strFromU8(await download(page, '图解网页'))).toContain('图解');
  expect(strFromU8((await download(page, '图解 PDF')).slice(0, 5))).toBe('%PDF-');
  expect(Object.keys(unzipSync(await download(page, '图表（zip）'))).filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0);
  const bundle = unzipSync(await download(page, '全部（zip）'));
  const json = Object.keys(bundle).find((name) => name.endsWith('.json'));
  expect(figureAt(await readFace('json', bundle[json ?? ''] ?? new Uint8Array(), format), penaltyCell)).toMatchObject({ value: 13 });
}

function paragraphsOf(bytes: Uint8Array): readonly string[] {
  const read = readDocx(bytes);
  if (!read.readable) throw new Error(read.why.en);
  return read.document.paragraphs.map((text) => text.trim());
}

async function download(page: Page, label: string): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `下载 ${label}：第 2 版`, exact: true }).click(),
  ]);
  return new Uint8Array(await readFile(await file.path()));
}
