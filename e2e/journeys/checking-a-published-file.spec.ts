import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { encoderOf } from '../../server/domain/testing/encoder-of';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

const published = fileURLToPath(new URL('../../server/domain/testing/reports/hongze-2023.json', import.meta.url));

test('a reviewer checks a published report in the browser, and nothing of it leaves the browser', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  await page.goto(`${address}/check`);
  await expect(page.getByText('还没有报告')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) sent.push(`${request.method()} ${request.url()}`);
  });

  await page.getByLabel('要核对的报告 选择文件').setInputFiles(published);
  await expect(page.getByRole('status').filter({ hasText: '有 2 处必须改正' })).toBeVisible();
  const findings = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '规则 t4-sum' }) });
  await expect(findings).toHaveCount(2);
  await expect(findings.first()).toContainText(/\b0\b.*\b11\b/);
  await expect(findings.last()).toContainText(/\b0\b.*\b5\b/);
  await findings
    .first()
    .getByRole('button', { name: /看位置/ })
    .click();
  await expect(findings.first()).toHaveAttribute('aria-current', 'true');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载结果 JSON' }).click();
  const { files } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    files: { file: string; findings: { rule: string; left: number; right: number }[] }[];
  };
  expect(files.map(({ file }) => file)).toEqual(['hongze-2023.json']);
  const broken = files[0]?.findings.filter(({ rule }) => rule === 't4-sum').map(({ left, right }) => [left, right]);
  expect(broken).toEqual([
    [0, 11],
    [0, 5],
  ]);
  expect(sent).toEqual([]);
});

test('a file in the national encoding is read with a notice, one whose words are lost is refused', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  const choose = async (buffer: Uint8Array) => {
    await page.goto(`${address}/check`);
    await page.waitForLoadState('networkidle');
    await page
      .getByLabel('要核对的报告 选择文件')
      .setInputFiles({ name: 'hongze-2023.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
  };
  const gbk = encoderOf('gb18030')(await readFile(published, 'utf8'));

  await choose(gbk);
  await expect(page.getByText('文件不是 UTF-8 编码，已按国标编码（GB18030）读取')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '有 2 处必须改正' })).toBeVisible();

  await choose(Buffer.from(new TextDecoder().decode(gbk)));
  await expect(page.getByRole('alert').filter({ hasText: 'hongze-2023.json' })).toContainText(/有 \d+ 个读不出的字/);
  await expect(page.getByRole('status').filter({ hasText: '必须改正' })).toHaveCount(0);
});

test('whoever wants to know why a finding was made finds its rule, with its ground and its examples', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  await page.goto(`${address}/rules`);
  await page.getByLabel('查找规则').fill('t3-col');
  const rule = page.locator('#t3-col');
  await expect(rule).toBeVisible();
  await expect(rule.getByRole('heading', { name: '查出的例子' })).toBeVisible();
  await expect(page.locator('#t4-sum')).toHaveCount(0);
});
