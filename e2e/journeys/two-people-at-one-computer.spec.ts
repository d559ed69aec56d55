import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { ask } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

interface Submissions {
  submissions: readonly { filingId: string; unitName: string; isClean: boolean }[];
}

async function opened(page: Page, address: string): Promise<{ filingId: string; unitName: string }> {
  const { submissions } = await ask<Submissions>(page.request, address, 'review.queue');
  const clean = submissions.find((one) => one.isClean);
  if (!clean) throw new Error('the demonstration has clean submissions');
  await page.goto(`${address}/review/${clean.filingId}`);
  return clean;
}

const approve = (page: Page) => page.getByRole('button', { name: '通过审核' });
const statusOf = async (page: Page, address: string, filingId: string) =>
  (await ask<{ form: { status: string } }>(page.request, address, 'review.submission', { filingId })).form.status;

test('T19: a colleague signs in in a second tab: the act in the first is refused, and the page is shown to who is here', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  const { filingId } = await opened(page, address);
  await expect(page.getByRole('banner').getByText('陈昱')).toBeVisible();
  await expect(approve(page)).toBeEnabled();

  await test.step('the button of the first tab does nothing in the colleague’s name', async () => {
    const second = await page.context().newPage();
    await signInAs(second, address, 'reviewer2');
    await approve(page).click();
    await expect(page.getByRole('alert').filter({ hasText: /这一页原先是陈昱打开的，刚才的操作没有办理/ })).toBeVisible();
    await expect(page.getByRole('banner').getByText('陈昱')).toHaveCount(0);
    expect(await statusOf(page, address, filingId)).toBe('submitted');
    await expectAccessible(page);
  });

  await test.step('a page that comes to the front looks again before anything is pressed', async () => {
    await signInAs(page, address, 'reviewer');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(page.getByRole('banner').getByText('陈昱')).toBeVisible();
    await page.getByRole('button', { name: '知道了' }).click();
    await approve(page).click();
    await expect(page.getByText(/已通过：/)).toBeVisible();
    const { userId } = await ask<{ userId: string }>(page.request, address, 'person.me');
    const events = await ask<readonly { kind: string; actorId: string | null }[]>(page.request, address, 'audit.ofFiling', { filingId });
    const decided = events.filter((event) => event.kind === 'filing.approved');
    expect(decided.map((event) => event.actorId)).toEqual([userId]);
  });
});

test('two quick clicks on 开始审核 start a review and approve nothing; nor does one that was meant for a dialog', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'reviewer');
  const { filingId } = await opened(page, address);
  await expect(approve(page)).toBeEnabled();
  const start = page.getByRole('button', { name: '开始审核' });
  await start.scrollIntoViewIfNeeded();
  const startBox = await start.boundingBox();
  const approveBox = await approve(page).boundingBox();
  if (!startBox || !approveBox) throw new Error('both buttons stand on the page');
  const x = startBox.x + startBox.width / 2;
  const y = startBox.y + startBox.height / 2;
  await page.mouse.click(x, y);
  await expect(start).toHaveCount(0);
  await page.mouse.click(x, y);
  await page.mouse.click(x, y);
  expect(await approve(page).boundingBox()).toEqual(approveBox);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await statusOf(page, address, filingId)).toBe('in_review');

  await test.step('a click that follows one on something that has just left its place', async () => {
    await page.evaluate(
      ({ left, top, width, height }) => {
        const cover = document.createElement('button');
        cover.textContent = 'cover';
        cover.setAttribute('id', 'cover');
        cover.addEventListener('click', () => cover.remove());
        document.body.append(cover);
        Object.assign(cover.style, {
          position: 'fixed',
          left: `${left}px`,
          top: `${top}px`,
          width: `${width}px`,
          height: `${height}px`,
          zIndex: '99',
        });
      },
      { left: approveBox.x, top: approveBox.y, width: approveBox.width, height: approveBox.height },
    );
    await page.mouse.dblclick(approveBox.x + approveBox.width / 2, approveBox.y + approveBox.height / 2);
    await expect(page.locator('#cover')).toHaveCount(0);
    expect(await statusOf(page, address, filingId)).toBe('in_review');
  });

  await test.step('a click a while later is meant, and a page that has just come takes none', async () => {
    // Looked at from its first moment: a second later it takes clicks.
    await page.reload({ waitUntil: 'commit' });
    await expect(approve(page)).toHaveAttribute('aria-disabled', 'true');
    await approve(page).click();
    await expect(page.getByText(/已通过：/)).toBeVisible();
    expect(await statusOf(page, address, filingId)).toBe('approved');
  });
});
