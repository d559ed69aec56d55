import { expect, type Locator, type Page } from '@playwright/test';
import type { ProseKey } from '../../server/domain/formats';
import type { ReportPage } from '../../server/queries/report';
import { act, ask } from '../api';

/** One text of a report under work, as a person writes it. */
export class ReportText {
  private constructor(
    readonly page: Page,
    /** The box, what stands around it, and what others say to it. */
    readonly place: Locator,
    readonly box: Locator,
  ) {}

  /** Waits until it can be written. @param label 引言, 一、总体情况, … */
  static async open(page: Page, label: string): Promise<ReportText> {
    const place = page.getByRole('region', { name: `编辑：${label}`, exact: true });
    const box = place.getByRole('textbox', { name: label, exact: true });
    await expect(box).toBeVisible();
    return new ReportText(page, place, box);
  }

  /** Writes a text in the place of what stands there, a paragraph a line. */
  async write(text: string): Promise<void> {
    await this.box.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.type(text);
  }

  /** Goes on writing where the caret is. */
  async type(text: string): Promise<void> {
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) await this.page.keyboard.press('Enter');
      await this.page.keyboard.insertText(line);
    }
  }

  async toEnd(): Promise<void> {
    await this.box.click();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  /** Puts the caret at the end of a paragraph. */
  async toEndOf(at: number): Promise<void> {
    await this.paragraph(at).click({ position: { x: 4, y: 12 } });
    await this.page.keyboard.press('End');
  }

  paragraph(at: number): Locator {
    return this.box.locator('p').nth(at);
  }

  /** Its paragraphs. */
  words(): Promise<string[]> {
    return this.box.locator('p').allTextContents();
  }

  /** A live number by its whole name, or a part of it. */
  live(name: string | RegExp): Locator {
    return this.box.getByRole('button', { name });
  }

  /** A number nobody has said anything of. */
  untyped(shown: string): Locator {
    return this.box.locator('.untyped-number').filter({ hasText: new RegExp(`^${shown}$`) });
  }

  /** What is open about a number. */
  numberPanel(): Locator {
    return this.place.getByRole('region', { name: '文字中的数字', exact: true });
  }

  insertPanel(): Locator {
    return this.place.getByRole('region', { name: '插入数', exact: true });
  }

  async untilSaved(): Promise<void> {
    await this.box.blur();
    await expect(this.place.getByText(/^已保存/)).toBeVisible();
  }
}

export interface ReportAddress {
  unitId: string;
  year: number;
  scope: 'own_organ' | 'consolidated';
}

/** Which report a page shows. */
export function reportOf(page: Page): ReportAddress {
  const [, unitId, year, scope] = /\/reports\/([^/]+)\/(\d{4})\/(own_organ|consolidated)/.exec(page.url()) ?? [];
  if (!unitId || !year) throw new Error(`${page.url()} is no report`);
  return { unitId: decodeURIComponent(unitId), year: Number(year), scope: scope === 'own_organ' ? 'own_organ' : 'consolidated' };
}

/** Opens the own report of a unit, of the newest year. */
export async function openOwnReport(page: Page, address: string, unit: string): Promise<void> {
  await page.goto(`${address}/reports`);
  await page.getByRole('link', { name: `${unit}（本机关）` }).click();
  await page.waitForURL(/\/reports\/[^/]+\/\d{4}\/own_organ/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(unit);
}

/** A text as the server has it. */
export async function storedText(page: Page, address: string, key: ProseKey): Promise<string> {
  return (await ask<ReportPage>(page.request, address, 'report.page', reportOf(page))).texts[key]?.text ?? '';
}

/** Puts a text in the place of what is stored, past the page. */
export async function storeText(page: Page, address: string, key: ProseKey, text: string): Promise<void> {
  const report = reportOf(page);
  const { texts } = await ask<ReportPage>(page.request, address, 'report.page', report);
  await act(page.request, address, 'report.saveText', { ...report, key, text, baseVersion: texts[key]?.version ?? 0 });
}
