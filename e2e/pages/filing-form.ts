import { expect, type Locator, type Page } from '@playwright/test';

const tabOf = { s2: '二、主动公开', s3: '三、依申请公开', s4: '四、复议诉讼', s6: '六、信息处理费', sx: '自设指标' } as const;
export type FormSection = keyof typeof tabOf;

/** The form of a unit's quarter. Holding one means standing on it. */
export class FilingForm {
  private constructor(private readonly page: Page) {}

  /** From 我的任务 into the form. */
  static async open(page: Page, address: string, period: string): Promise<FilingForm> {
    await page.goto(`${address}/tasks`);
    await page
      .getByRole('link', { name: new RegExp(period) })
      .first()
      .click();
    return FilingForm.at(page, period);
  }

  /** Once the form is on the screen, however one came there. */
  static async at(page: Page, period: string): Promise<FilingForm> {
    await page.waitForURL(/\/filings\//);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(period) })).toBeVisible();
    return new FilingForm(page);
  }

  async goTo(section: FormSection): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(tabOf[section]) }).click();
  }

  cell(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Types figures into a section, cell by cell, Enter after each, as one would in a spreadsheet. */
  async type(section: FormSection, figures: Record<string, string>): Promise<void> {
    await this.goTo(section);
    for (const [name, value] of Object.entries(figures)) {
      await this.cell(name).fill(value);
      await this.cell(name).press('Enter');
    }
  }

  /** How high what stands above the table's own line is, and how many rows of the table are wholly in sight. */
  measures(): Promise<{ head: number; rows: number }> {
    return this.page.evaluate(() => {
      const head = document.querySelector('main header')?.getBoundingClientRect();
      const bar = document.querySelector('[role="tablist"]')?.parentElement?.getBoundingClientRect();
      const rows = [...document.querySelectorAll('[role="tabpanel"] table:first-of-type tbody tr')].map((row) =>
        row.getBoundingClientRect(),
      );
      const bottom = (box: DOMRect | undefined) => box?.bottom ?? Number.NaN;
      return {
        head: bottom(bar) - (head?.top ?? Number.NaN),
        rows: rows.filter((row) => row.top >= bottom(bar) && row.bottom <= window.innerHeight).length,
      };
    });
  }

  /** Of what stands in the head and in the bar: the names of those that lie on each other or beyond the page. */
  crowded(): Promise<string[]> {
    return this.page.evaluate(() => {
      const seen = [...document.querySelectorAll('main header :is(h1, a, button), [role="tablist"] ~ *, [role="tab"]')].flatMap((part) => {
        const box = part.getBoundingClientRect();
        return box.width > 0 && box.height > 0 ? [{ name: part.textContent, box }] : [];
      });
      return seen.flatMap(({ name, box }, at) =>
        box.right > document.documentElement.clientWidth ||
        seen.slice(0, at).some(({ box: other }) => {
          const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          return wide > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1;
        })
          ? [name]
          : [],
      );
    });
  }

  get filingId(): string {
    return /\/filings\/([^/?#]+)/.exec(this.page.url())?.[1] ?? '';
  }

  /** The page of a form can be typed into before its storage is open; what the save mark says needs it open. */
  async untilReady(): Promise<void> {
    await expect(this.saveMark()).toHaveText(/自动保存已开启|已保存 \d/);
  }

  saveMark(): Locator {
    return this.page.getByRole('status').filter({ hasText: /保存|上传|正在输入/ });
  }

  /** A change that waits for its person: two values, or a refusal. */
  problem(name: string): Locator {
    return this.page.getByRole('alert').getByRole('region', { name: new RegExp(name) });
  }

  async zeroReport(): Promise<void> {
    await this.page.getByRole('button', { name: '零报告' }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const carried = dialog.getByRole('checkbox');
    if (await carried.count()) await carried.check();
    await dialog.getByRole('button', { name: '确认零报告' }).click();
    await this.untilSaved();
  }

  /** The save mark says 已保存 only after the server's answer. */
  async untilSaved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /已保存 \d/ })).toBeVisible({ timeout: 20_000 });
  }

  findings(): Locator {
    return this.page.getByRole('region', { name: '核对', exact: true });
  }

  async toCheckPage(): Promise<CheckPage> {
    await this.untilSaved();
    await this.page.getByRole('link', { name: /核对并报送/ }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: /核对并报送/ })).toBeVisible();
    return new CheckPage(this.page);
  }

  async answerRemark(answer: '已改' | '不改', words: string): Promise<void> {
    const list = this.page.getByRole('list', { name: '批注清单' });
    await list.getByRole('radio', { name: answer }).check();
    if (words) await list.getByRole('textbox').fill(words);
    await list.getByRole('button', { name: '提交答复' }).click();
    await expect(list.getByText(`已答复：${answer}`)).toBeVisible();
  }
}

/** 核对并报送: what will be submitted, and what still stands in the way. */
export class CheckPage {
  constructor(private readonly page: Page) {}

  obstacles(): Locator {
    return this.page.getByRole('list', { name: '报送前需要处理' });
  }

  submitButton(): Locator {
    return this.page.getByRole('button', { name: /^向.+报送/ });
  }

  async submit(): Promise<void> {
    await this.submitButton().click();
    await expect(this.page.getByRole('region', { name: '已报送' })).toBeVisible();
  }
}
