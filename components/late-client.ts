import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '@/server/api/root';

type Client = TRPCClient<AppRouter>;
type Reached = Record<PropertyKey, unknown>;

/** The client's own calls by their way (`filing.form.query`), each made once the client is there. */
export function lateClient(load: () => Promise<Client>): Client {
  const at = (way: readonly PropertyKey[]): unknown =>
    new Proxy(() => {}, {
      // Whoever awaits it takes what has a `then` for a promise, and the language asks by symbols of its own. Those of a library are ways too.
      get: (_, name) => (name === 'then' || (typeof name === 'symbol' && !Symbol.keyFor(name)) ? undefined : at([...way, name])),
      apply: async (_, __, given: unknown[]) => {
        let whose: unknown = null;
        let called: unknown = await load();
        for (const name of way) {
          whose = called;
          called = (called as Reached)[name];
        }
        return Reflect.apply(called as (...all: unknown[]) => unknown, whose, given);
      },
    });
  return at([]) as Client;
}
