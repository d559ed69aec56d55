import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import superjson from 'superjson';
import { isOnWire, unpack } from '../server/domain/wire';
import type { FilingForm } from '../server/queries/filing-form';

export function procedureAddress(address: string, procedure: string, input?: unknown): string {
  const asked = input === undefined ? '' : `?input=${encodeURIComponent(superjson.stringify(input))}`;
  return `${address}/api/trpc/${procedure}${asked}`;
}

/** Asks a query in the name of whoever is signed in, past every page. */
export async function ask<T>(request: APIRequestContext, address: string, procedure: string, input?: unknown): Promise<T> {
  const answer = await request.get(procedureAddress(address, procedure, input));
  return resultOf<T>(answer, procedure);
}

/** Acts in the name of whoever is signed in, past every page: for what has to stand before a journey begins. */
export async function act<T>(request: APIRequestContext, address: string, procedure: string, input: unknown): Promise<T> {
  const answer = await request.post(procedureAddress(address, procedure), { data: superjson.serialize(input) });
  return resultOf<T>(answer, procedure);
}

async function resultOf<T>(answer: APIResponse, procedure: string): Promise<T> {
  if (!answer.ok()) throw new Error(`${procedure}: ${answer.status()} ${await answer.text()}`);
  const body = (await answer.json()) as { result: { data: Parameters<typeof superjson.deserialize>[0] } };
  const sent = body.result.data;
  return isOnWire(sent) ? (unpack(sent.packed) as T) : superjson.deserialize<T>(sent);
}

/** What the server holds of a filing, by cell. */
export async function storedFigures(page: Page, address: string, filingId: string): Promise<FilingForm['stored']> {
  return (await ask<FilingForm>(page.request, address, 'filing.form', { filingId })).stored;
}
