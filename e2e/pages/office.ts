import { expect, type Page } from '@playwright/test';

/** The administrator's pages: units, people, years, opening balances. */
export class OfficePages {
  constructor(
    private readonly page: Page,
    private readonly address: string,
  ) {}

  async addUnit(unit: { name: string; kind: string; opensOn: string }): Promise<void> {
    await this.page.goto(`${this.address}/office/units`);
    await this.page.getByRole('button', { name: '新增单位' }).click();
    const dialog = this.page.getByRole('dialog');
    // Under the first there is: the government.
    const parent = dialog.getByLabel('上级单位');
    await parent.selectOption(await parent.locator('option:not([value=""])').first().getAttribute('value'));
    await dialog.getByLabel('单位全称').fill(unit.name);
    await dialog.getByLabel('类型').selectOption({ label: unit.kind });
    await dialog.getByLabel('设立日期').fill(unit.opensOn);
    await dialog.getByRole('button', { name: '新增单位' }).click();
    await expect(this.page.getByText(`已新增“${unit.name}”`)).toBeVisible();
  }

  /** @returns the link by which the person sets their own password, shown this once */
  async addPerson(person: { name: string; username: string; unit: string; role: string }): Promise<string> {
    await this.page.goto(`${this.address}/office/people`);
    await this.page.getByRole('button', { name: '新增人员' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(person.name);
    await dialog.getByLabel('用户名').fill(person.username);
    const unit = await dialog.getByLabel('单位').locator('option', { hasText: person.unit }).first().getAttribute('value');
    await dialog.getByLabel('单位').selectOption(unit);
    await dialog.getByLabel('岗位').selectOption({ label: person.role });
    await dialog.getByRole('button', { name: '新增人员' }).click();
    const link = await this.page.getByLabel('一次性链接', { exact: true }).inputValue();
    await this.page.getByRole('dialog').getByText('关闭', { exact: true }).click();
    return link;
  }

  /** A year that is long over, which is asked back. */
  async createYear(year: number): Promise<void> {
    await this.page.goto(`${this.address}/office/years`);
    await this.page.getByLabel('年度', { exact: true }).fill(String(year));
    await this.page.getByRole('checkbox', { name: `确实要建立 ${year} 年度` }).check();
    await this.page.getByRole('button', { name: '建立年度' }).click();
    await expect(this.page.getByText(`${year} 年已建立`)).toBeVisible();
  }

  async openQuarter(year: number, quarter: string): Promise<void> {
    await this.page.goto(`${this.address}/office/years?year=${year}`);
    await this.page.getByRole('button', { name: `开放 ${year} 年${quarter}`, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    const act = dialog.getByRole('button', { name: `开放 ${year} 年${quarter}`, exact: true });
    await expect(act).toBeVisible();
    // Asked only where its due day is over on the day of this machine; the dialog comes whole.
    const meant = dialog.getByRole('checkbox', { name: '期限不改' });
    if (await meant.isVisible()) await meant.check();
    await act.click();
    await expect(this.page.getByText(`${year} 年${quarter}已开放`)).toBeVisible();
  }

  /** Types some opening balances, declares the rest 0 by an act of its own, and gives the reason. */
  async setOpenings(values: Record<string, string>, reason: string): Promise<void> {
    await this.page.goto(`${this.address}/office/openings`);
    for (const [cell, value] of Object.entries(values)) await this.page.getByLabel(cell, { exact: true }).fill(value);
    await this.page.getByRole('button', { name: '其余填 0' }).click();
    await this.page.getByLabel('依据').fill(reason);
    await this.page.getByRole('button', { name: '保存期初数' }).click();
    await expect(this.page.getByText(/已保存 \d+ 个期初数/)).toBeVisible();
  }
}
