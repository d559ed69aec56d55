import { expect, type Page } from '@playwright/test';

/** The page on which a year is rolled over, step by step. */
export class RollOverPages {
  private constructor(private readonly page: Page) {}

  static async on(page: Page, year: number): Promise<RollOverPages> {
    await expect(page.getByRole('heading', { name: '年度结转', level: 1 })).toBeVisible();
    await expect(page.getByText(`结转到 ${year} 年：`)).toBeVisible();
    return new RollOverPages(page);
  }

  step() {
    return this.page.getByRole('region', { name: /第 \d 步/ });
  }

  async next(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '下一步' }).click();
    await expect(this.step().getByRole('heading', { level: 2 })).toContainText(name);
  }

  async carry(text: string, paragraph: number): Promise<void> {
    await this.page.getByLabel(`沿用“${text}”第 ${paragraph} 段`).first().check();
  }

  async rollOver(year: number): Promise<void> {
    await this.page.getByRole('button', { name: `结转到 ${year} 年` }).click();
    await expect(this.page.getByRole('heading', { name: `${year} 年：结转结果` })).toBeVisible();
  }
}
