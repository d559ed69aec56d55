import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { en } from '../../components/messages/en';
import { type Messages, zh } from '../../components/messages/zh';
import { boundContents, quartersInReach, type SlipChange, slipEffect } from '../../server/domain/corrections';
import type { FilingForm } from '../../server/queries/filing-form';
import type { SlipDesk, SlipPage } from '../../server/queries/slips';
import type { PictureLanguage, Stage } from './stage';

/** A state that a page is in only now and then: what brings it about, and how one gets to see it. */
export interface State {
  name: string;
  /** Once, before both pictures. */
  setUp?: (stage: Stage) => Promise<void>;
  open: (at: { stage: Stage; language: PictureLanguage; words: Messages }) => Promise<Page>;
  /** Printed as well, on A4. */
  isPrinted?: boolean;
}

export const words: Record<PictureLanguage, Messages> = { zh, en };
export const granted = 's3.granted.natural_person';
export const received = 's3.new_received.natural_person';
export const documents = 's2.normative_documents.issued';
export const licences = 's2.licensing_decisions';
const why = '核对台账发现漏计一件邮寄申请，已办结，附收发登记复印件。';

export async function filingOf(stage: Stage, username: string, quarter: number): Promise<string> {
  const tasks = await stage.ask<readonly { filingId: string; quarter: number; year: number }[]>(username, 'filing.tasks');
  const [newest] = tasks.filter((task) => task.quarter === quarter).sort((a, b) => b.year - a.year);
  if (!newest) throw new Error(`${username} has no quarter ${quarter}`);
  return newest.filingId;
}

export async function formOf(stage: Stage, username: string, quarter = 3): Promise<FilingForm> {
  return stage.ask<FilingForm>(username, 'filing.form', { filingId: await filingOf(stage, username, quarter) });
}

/** One cell of the third quarter, saved by somebody in another browser. */
export async function save(stage: Stage, username: string, cell: string, raw: string): Promise<void> {
  const { filingId, stored } = await formOf(stage, username);
  const changes = [{ changeId: randomUUID(), cell, raw, baseVersion: stored[cell]?.version ?? 0 }];
  await stage.act(username, 'filing.save', { filingId, changes });
}

export async function submit(stage: Stage, username: string): Promise<void> {
  const { filingId, hash } = await formOf(stage, username);
  await stage.act(username, 'filing.submit', { filingId, changeId: randomUUID(), seenHash: hash });
}

export async function lastYear(stage: Stage): Promise<number> {
  return Math.min(...(await stage.ask<readonly { year: number }[]>('labour', 'slip.years')).map((one) => one.year));
}

export async function writeSlip(
  stage: Stage,
  changes: readonly [cell: string, raw: (now: number) => string][],
  from = 1,
): Promise<{ slipId: string; version: number }> {
  const { unitId } = await formOf(stage, 'labour');
  const year = await lastYear(stage);
  const desk = await stage.ask<SlipDesk>('labour', 'slip.desk', { unitId, year });
  const quarter = quartersInReach(desk.books).find((one) => one.year === year && one.quarter === from);
  const lines = changes.map(([cell, raw]): SlipChange => ({ quarter: from, cell, raw: raw(Number(quarter?.raw[cell] ?? 0)) }));
  const draft = { unitId, year, slip: null, changes: lines, reason: why };
  const { slipId, version } = await stage.act<{ slipId: string; version: number }>('labour', 'slip.write', draft);
  return { slipId, version };
}

export const oneMore = (now: number) => String(now + 1);
export const balanced: Parameters<typeof writeSlip>[1] = [
  [received, oneMore],
  [granted, oneMore],
];

export async function signSlip(stage: Stage, written: { slipId: string; version: number }): Promise<void> {
  const { desk, slip } = await stage.ask<SlipPage>('labour', 'slip.page', { slipId: written.slipId });
  await stage.act('labour', 'slip.sign', {
    ...written,
    seen: boundContents(slipEffect(desk.books, { year: desk.year, changes: slip.changes }, null)),
  });
}

export async function openAt(stage: Stage, username: string | null, language: PictureLanguage, path: string): Promise<Page> {
  const page = await stage.page(username, language);
  await page.goto(path.startsWith('http') ? path : `${stage.app.address}${path}`);
  return page;
}

export const known: Record<string, string> = {};
