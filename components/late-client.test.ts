import { getUntypedClient, type TRPCClient } from '@trpc/client';
import { expect, it } from 'vitest';
import type { AppRouter } from '@/server/api/root';
import { lateClient } from './late-client';

type Client = TRPCClient<AppRouter>;

/** A client of one procedure, whose calls know whose they are. */
class Asked {
  readonly asked: unknown[] = [];
  query(input: unknown): Promise<string> {
    this.asked.push(input);
    return Promise.resolve(`answer ${this.asked.length}`);
  }
}

it('a call waits for the client, with all that it was given, and comes to the procedure it names', async () => {
  const form = new Asked();
  let arrive: (client: Client) => void = () => {};
  const client = lateClient(() => new Promise<Client>((resolve) => (arrive = resolve)));
  const answer = client.filing.form.query({ filingId: 'a' });
  expect(form.asked).toEqual([]);
  arrive({ filing: { form } } as unknown as Client);
  expect(await answer).toBe('answer 1');
  expect(form.asked).toEqual([{ filingId: 'a' }]);
});

it('without a network the call fails as any other does, and the next one asks again', async () => {
  const form = new Asked();
  let tries = 0;
  const client = lateClient(async () => {
    tries += 1;
    if (tries === 1) throw new Error('Failed to load chunk');
    return { filing: { form } } as unknown as Client;
  });
  await expect(client.filing.form.query({ filingId: 'a' })).rejects.toThrow('Failed to load chunk');
  expect(await client.filing.form.query({ filingId: 'a' })).toBe('answer 1');
});

it('is no promise: awaiting it gives the client itself', async () => {
  const client = lateClient(() => Promise.reject(new Error('nobody asked')));
  expect(await Promise.resolve(client)).toBe(client);
});

it('what keeps answers finds the client behind it, as it does in one that is there', async () => {
  const untyped = new Asked();
  const client = lateClient(async () => ({ [Symbol.for('trpc_untypedClient')]: untyped }) as unknown as Client);
  expect(await getUntypedClient(client).query('filing.form', { filingId: 'a' })).toBe('answer 1');
  expect(untyped.asked).toEqual(['filing.form']);
});
