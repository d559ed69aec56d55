import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { getFormat, leafCells } from '../../server/domain/formats';
import { dayAt } from '../../server/domain/periods';
import { aPdf, aPng } from '../../server/testing/evidence-files';
import { expectAccessible } from '../accessible';
import { act } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInWithPassword } from '../sign-in';
import { password, people, typeQuarter, units } from '../small-district';

const inForce = 's2.normative_documents.in_force';
const cellName = '行政规范性文件，现行有效件数';
/** Three pieces. */
const minutes = aPdf('会议纪要', 900_000);

const choose = (files: Locator, name: string, bytes: Uint8Array) =>
  files.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });

/** What a screenshot in the clipboard does when its person presses Ctrl+V here. */
const paste = (files: Locator, bytes: Uint8Array) =>
  files.getByRole('button', { name: /添加附件/ }).evaluate(
    (element, list) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(list)], 'image.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...bytes],
  );

/** The same of files let go above it. */
const drop = (files: Locator, name: string, bytes: Uint8Array) =>
  files.evaluate(
    (element, [called, list]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(list as number[])], called as string));
      for (const kind of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, [...bytes]] as [string, number[]],
  );

async function downloaded(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: `下载 ${name}` }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a clerk puts files beside an explanation; the reviewer has them, byte for byte; a file in disguise is refused', async ({
  smallDistrict: { address },
  newPerson,
}) => {
  const [admin, clerk, reviewer] = [await newPerson(), await newPerson(), await newPerson()];
  await signInWithPassword(admin, address, { ...people.admin, password });
  await signInWithPassword(clerk, address, { ...people.bureauClerk, password });
  await signInWithPassword(reviewer, address, { ...people.reviewer, password });
  const year = Number(dayAt(new Date()).slice(0, 4)) - 1;
  const values = leafCells(getFormat('2021'))
    .filter((cell) => cell.addsUp === 'opening')
    .map(({ id }) => ({ cell: id, raw: '0', seen: '' }));
  await act(admin.request, address, 'office.createYear', { year, isMeant: true });
  await act(admin.request, address, 'office.setOpenings', { unitId: units.bureau.id, year, values, reason: '上年末没有结转事项。' });
  await act(admin.request, address, 'office.openQuarter', { year, quarter: 1, isLateMeant: true });

  const form = await FilingForm.open(clerk, address, `${year} 年第一季度`);
  await typeQuarter({ request: clerk.request, address }, form.filingId, { [inForce]: 1 });
  await clerk.reload();
  await form.untilReady();
  const finding = form.findings().getByRole('listitem').filter({ hasText: '规则 q-stock' });
  const files = finding.getByRole('group', { name: /这条说明的附件/ });

  await test.step('an explanation is written, and then has a place for files', async () => {
    await finding.getByRole('button', { name: '写说明' }).click();
    await finding.getByRole('textbox').fill('清理时并入上级文件，见会议纪要。');
    await expect(finding.getByText('保存后可以添加附件作证明')).toBeVisible();
    await finding.getByRole('button', { name: '提交说明' }).click();
    await expect(files).toContainText('还没有附件');
    await expectAccessible(clerk);
  });

  await test.step('chosen, pasted and dropped: each is in the list with what it is and whose', async () => {
    await choose(files, '会议纪要.pdf', minutes);
    await expect(files.getByRole('listitem').filter({ hasText: '会议纪要.pdf' })).toContainText(
      `PDF · 900 KB · ${people.bureauClerk.name}`,
    );
    await paste(files, aPng());
    await expect(files.getByRole('listitem').filter({ hasText: /截图 \d+\.png/ })).toContainText('图片');
    await drop(files, '清理目录.pdf', aPdf('目录'));
    await expect(files.getByRole('link', { name: '下载 清理目录.pdf' })).toBeVisible();
    await expectAccessible(clerk);
  });

  await test.step('a program that calls itself a PDF is refused, with what, why and how; so is an empty file', async () => {
    await choose(files, '批文.pdf', Buffer.from('MZ\x90\0 a program'));
    await expect(files.getByRole('alert')).toContainText('“批文.pdf”：这是程序文件，不是文档，没有添加。只能添加 PDF');
    await files.getByRole('button', { name: '知道了：批文.pdf' }).click();
    await choose(files, '空.pdf', Buffer.alloc(0));
    await expect(files.getByRole('alert')).toContainText('空文件');
    await files.getByRole('button', { name: '知道了：空.pdf' }).click();
    await expect(files.getByRole('alert')).toHaveCount(0);
  });

  await test.step('one too many is taken away again, asked back once', async () => {
    await files.getByRole('button', { name: '移除 清理目录.pdf' }).click();
    await expect(files.getByRole('alert')).toContainText('操作记录里仍留有');
    await files.getByRole('alert').getByRole('button', { name: '取消' }).click();
    await expect(files.getByRole('button', { name: '移除 清理目录.pdf' })).toBeFocused();
    await clerk.keyboard.press('Enter');
    await files.getByRole('alert').getByRole('button', { name: '移除 清理目录.pdf' }).click();
    await expect(files).toBeFocused();
    await expect(files.getByText('已移除附件“清理目录.pdf”')).toBeVisible();
    await expect(files.getByRole('link', { name: /清理目录/ })).toHaveCount(0);
  });

  let letGo = (): void => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await test.step('the figure changes while a file is on its way: it goes on, and all of them stand beside what is said anew', async () => {
    await clerk.route(/attachment\.add/, (route) => isLetGo.then(() => route.continue()), { times: 1 });
    await choose(files, '补充.pdf', aPdf('补充'));
    await expect(files.getByRole('progressbar', { name: '正在传送 补充.pdf' })).toBeVisible();
    await form.type('s2', { [cellName]: '2' });
    await finding.getByRole('button', { name: '写说明' }).click();
    await expect(finding.getByText('原来的附件会留在新说明旁边')).toBeVisible();
    await expect(files.getByRole('link', { name: '下载 会议纪要.pdf' })).toBeVisible();
    await form.untilSaved();
    await finding.getByRole('button', { name: '提交说明' }).click();
    await expect(files.getByRole('listitem').filter({ hasText: '会议纪要.pdf' })).toContainText('随原说明添加');
    await expect(files.getByRole('progressbar', { name: '正在传送 补充.pdf' })).toBeVisible();
  });

  await test.step('the check page waits for it', async () => {
    await clerk.getByRole('link', { name: /核对并报送/ }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: /核对并报送/ })).toBeVisible();
    const submit = clerk.getByRole('button', { name: /^向.+报送/ });
    await expect(submit).toHaveAccessibleDescription(/1 个附件还在传送/);
    await expect(submit).toBeDisabled();
    letGo();
    await expect(clerk.getByRole('link', { name: '下载 补充.pdf' })).toBeVisible();
    await expect(submit).toBeEnabled();
  });

  await test.step('the reviewer sees them beside the explanation, may change nothing, and has the very bytes', async () => {
    await expect(clerk.getByRole('link', { name: '下载 会议纪要.pdf' })).toBeVisible();
    await clerk.getByRole('button', { name: /^向.+报送/ }).click();
    await expect(clerk.getByRole('region', { name: '已报送' })).toBeVisible();
    await reviewer.route(/attachment\.of/, (route) => route.abort('internetdisconnected'), { times: 1 });
    await reviewer.goto(`${address}/review/${form.filingId}`);
    const beside = reviewer.getByRole('listitem').filter({ hasText: '规则 q-stock' }).getByRole('group', { name: /附件/ });
    await reviewer.getByText('附件没有读出来').locator('..').getByRole('button', { name: '再读一次' }).click();
    await expect(beside.getByRole('link')).toHaveCount(3);
    await expect(beside).toBeFocused();
    await expect(beside).toContainText('随原说明添加');
    await expect(beside.getByRole('button')).toHaveCount(0);
    await expectAccessible(reviewer);
    const { name, bytes } = await downloaded(reviewer, '会议纪要.pdf');
    expect([name, bytes.equals(Buffer.from(minutes))]).toEqual(['会议纪要.pdf', true]);
  });
});
