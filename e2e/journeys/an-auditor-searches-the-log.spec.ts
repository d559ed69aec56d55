import type { Page } from '@playwright/test';
import { guideNames } from '../../components/help/help-places';
import { pageFolders } from '../../scripts/bench/bytes/page-addresses';
import type { EventLog } from '../../server/queries/audit';
import { expectAccessible } from '../accessible';
import { ask } from '../api';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

test('an auditor finds what a person did on a day, opens what they filled in, and takes it out as a file', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'auditor');
  await page.goto(`${address}/audit`);
  const form = page.getByRole('form', { name: '查找记录' });
  const table = page.getByRole('table', { name: '操作记录' });
  const fold = table.getByRole('link', { name: /填写 \d+ 格/ });

  await form.getByLabel('人员').fill('唐雨薇');
  await form.getByLabel('对象').fill('第二季度');
  await form.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(/person=/);
  await expect(table.getByRole('row').filter({ hasText: '唐雨薇' }).first()).toBeVisible();
  await expect(table).toContainText('2026 年第二季度');
  await expect(table).not.toContainText('第三季度');

  const day = (await table.getByRole('columnheader', { name: / 星期/ }).first().textContent())?.slice(0, 10) ?? '';
  await form.getByLabel('从').fill(day);
  await form.getByLabel('到', { exact: true }).fill(day);
  await form.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${day}&to=${day}`));
  await expect(table.getByRole('columnheader', { name: / 星期/ })).toHaveCount(1);

  await fold.first().click();
  await expect(fold.first()).toHaveAttribute('aria-expanded', 'true');
  await expect(table.getByText(/^填写“/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(fold.first()).toHaveAttribute('aria-expanded', 'false');
  await expect(table.getByText(/^填写“/)).toHaveCount(0);

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()]);
  expect(file.suggestedFilename()).toBe('操作记录.xlsx');
  await page.goto(`${address}/audit?kind=audit.`);
  await expect(table).toContainText(`唐雨薇 第二季度 ${day}–${day}`);
});

test('every page of the desk opens to a person or is refused, and every refusal is in the log, once', async ({
  demonstration: { address },
  newPerson,
}) => {
  const [police, auditor] = [await newPerson(), await newPerson()];
  await signInAs(police, address, 'police');
  await signInAs(auditor, address, 'auditor');
  const [task] = await ask<{ filingId: string; year: number }[]>(police.request, address, 'filing.tasks');
  const { posts } = await ask<{ posts: { unitId: string }[] }>(police.request, address, 'person.me');
  const unitId = posts[0]?.unitId ?? '';
  const year = String(task?.year);
  const parts: Record<string, string> = {
    ...{ unitId, year, filingId: task?.filingId ?? '', scope: 'own_organ', from: '1', to: 'draft', edition: '1' },
    ...{ slipId: 'no-such-slip', exceptionId: 'no-such-exception', guide: guideNames[0] ?? '' },
  };
  const asked: Record<string, string> = { 'board/chase': `?year=${year}&quarter=1`, 'slips/new': `?unit=${unitId}&year=${year}` };
  const places = pageFolders().map((folder) => {
    const path = `/${folder.replace(/\[(\w+)\]/g, (_, part) => parts[part] ?? '')}`;
    return { path, address: `${address}${path}${asked[folder] ?? ''}` };
  });
  expect(places.length).toBeGreaterThan(40);

  for (const username of ['civil', 'leader', 'reviewer', 'admin', 'auditor']) {
    const { request } = username === 'auditor' ? auditor : await signedIn(await newPerson(), username);
    const refused: string[] = [];
    for (const place of places) {
      const status = (await request.get(place.address, { maxRedirects: 0 })).status();
      expect([username, place.path, status]).toEqual([
        username,
        place.path,
        status === 404 ? 404 : status < 400 ? status : 'open or refused',
      ]);
      if (status === 404) refused.push(place.path);
      // Fetched ahead it is no visit.
      if (status === 404 && place.path === '/board')
        await request.get(place.address, { maxRedirects: 0, headers: { 'sec-purpose': 'prefetch' } });
    }
    const log = await ask<EventLog>(auditor.request, address, 'audit.events', {
      ...{ limit: 200, isFlat: true },
      asked: { kindPrefix: 'refused', person: username },
    });
    const recorded = log.lines.map(({ event }) => (event.payload as { page?: string }).page ?? '');
    // An exception or an edition that is not there is kept from nobody who may read what it would be in.
    const isOfNobody = (path: string) => /no-such-exception$|\/(?:compare|editions)\//.test(path) && !recorded.includes(path);
    expect([username, recorded.sort()]).toEqual([username, refused.filter((path) => !isOfNobody(path)).sort()]);
    if (username === 'civil')
      expect(refused).toEqual(
        expect.arrayContaining(['/board', '/audit', '/office/units', `/filings/${parts.filingId}`, `/review/${parts.filingId}`]),
      );
  }

  async function signedIn(page: Page, username: string): Promise<Page> {
    await signInAs(page, address, username);
    return page;
  }
});
