import type { Browser, BrowserContext, Page } from '@playwright/test';
import superjson from 'superjson';
import { ask, procedureAddress } from '../../e2e/api';
import type { RunningApp } from '../../e2e/running-app';
import { signInAs } from '../../e2e/sign-in';

export const screenSize = { width: 1366, height: 768 };
export type PictureLanguage = 'zh' | 'en';

/** The demonstration with its people: pages to be photographed, and what others do meanwhile. */
export class Stage {
  private readonly sessions = new Map<string, BrowserContext>();

  constructor(
    readonly app: RunningApp,
    private readonly browser: Browser,
  ) {}

  /** A browser of its own, in a language; null: nobody is signed in. */
  async page(username: string | null, language: PictureLanguage): Promise<Page> {
    const context = await this.browser.newContext({ viewport: screenSize, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
    await context.addCookies([{ name: 'nianbao-language', value: language, url: this.app.address }]);
    const page = await context.newPage();
    if (username) await signInAs(page, this.app.address, username);
    return page;
  }

  /** What somebody does past every page. */
  async act<T>(username: string, procedure: string, input: unknown): Promise<T> {
    const { request } = await this.session(username);
    const answer = await request.post(procedureAddress(this.app.address, procedure), { data: superjson.serialize(input) });
    if (!answer.ok()) throw new Error(`${procedure}: ${answer.status()} ${await answer.text()}`);
    const body = (await answer.json()) as { result: { data: Parameters<typeof superjson.deserialize>[0] } };
    return superjson.deserialize<T>(body.result.data);
  }

  async ask<T>(username: string, procedure: string, input?: unknown): Promise<T> {
    return ask<T>((await this.session(username)).request, this.app.address, procedure, input);
  }

  private async session(username: string): Promise<BrowserContext> {
    const known = this.sessions.get(username);
    if (known) return known;
    const context = await this.browser.newContext();
    await signInAs(await context.newPage(), this.app.address, username);
    this.sessions.set(username, context);
    return context;
  }
}
