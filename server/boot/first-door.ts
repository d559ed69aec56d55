import { loadDemonstration } from '@/db/seed/demonstration';
import { countPeople, endLinks, insertOneTimeLink, readSetting, type Store, writeSetting } from '@/db/store';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import type { Env } from '@/server/env';

export interface Door {
  isDemonstration: boolean;
  /** What to print once the server listens. */
  greeting: (address: string) => string;
}

/**
 * How the first person gets in. An empty data folder on loopback becomes the demonstration; with `--empty`, or on another
 * address, the first visit is a one-time link that creates the first administrator. There are no default passwords.
 *
 * @throws Error when a demonstration folder is asked to serve other machines
 */
export async function openFirstDoor(store: Store, env: Env, options: { wantsEmpty: boolean }): Promise<Door> {
  const isEmpty = (await countPeople(store.read)) === 0;
  const isDemonstration = (await readSetting(store.read, 'isDemonstration')) === true;
  if (isDemonstration && !env.isLoopback)
    throw new Error(
      `The data folder ${env.dataFolder} holds the demonstration, which serves this machine only. Choose another folder (NIANBAO_DATA) for real work, or leave HOST at 127.0.0.1.`,
    );
  if (isEmpty && env.isLoopback && !options.wantsEmpty) {
    await store.tx((tx) => writeSetting(tx, 'isDemonstration', true));
    await store.fill(() => loadDemonstration(store));
    return { isDemonstration: true, greeting: demonstrationGreeting };
  }
  if (isDemonstration) return { isDemonstration: true, greeting: demonstrationGreeting };
  if (!env.publicUrl && !env.isLoopback)
    throw new Error(
      'NEXTAUTH_URL is needed when the app serves other machines: set it to the address people will type, e.g. https://nianbao.example.gov.cn',
    );
  if (!isEmpty) return { isDemonstration: false, greeting: (address) => `年报 Nianbao: ${address}` };
  const secret = await firstAdminLink(store);
  return {
    isDemonstration: false,
    greeting: (address) =>
      `年报 Nianbao: 请打开一次性链接，建立首位管理员（7 天内有效）\nOpen this one-time link to create the first administrator:\n  ${address}/setup/${secret}`,
  };
}

/** A new link at every start until it is used; the one before ends. */
async function firstAdminLink(store: Store): Promise<string> {
  const { secret, tokenHash } = newOneTimeSecret();
  const now = new Date();
  await store.tx(async (tx) => {
    await endLinks(tx, 'first_admin', null, now);
    await insertOneTimeLink(tx, {
      tokenHash,
      purpose: 'first_admin',
      userId: null,
      expiresAt: new Date(now.getTime() + linkLifetimeMs),
      usedAt: null,
    });
  });
  return secret;
}

function demonstrationGreeting(address: string): string {
  return `年报 Nianbao（演示：示例区）: ${address}\n打开后点选一个角色即可登录。 Open it and choose a role to sign in.`;
}
