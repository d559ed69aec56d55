import { countPeople, endLinks, insertOneTimeLink, readSetting, type Store, writeSetting } from '@/db/store';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import type { Env } from '@/server/env';
import { NotStarted } from './not-started';

export interface Door {
  isDemonstration: boolean;
  /** What to print once the server listens. */
  greeting: (address: string) => string;
}

/**
 * How the first person gets in, into data that has been recognised (`recognise-data.ts`): by one click in the demonstration, by a link that
 * works once where nobody is yet. There are no default passwords.
 *
 * @throws NotStarted when the app is to serve other machines and nobody says under which address
 */
export async function openFirstDoor(store: Store, env: Pick<Env, 'publicUrl' | 'isLoopback'>): Promise<Door> {
  if ((await readSetting(store.read, 'isDemonstration')) === true) return { isDemonstration: true, greeting: demonstrationGreeting };
  if (!env.publicUrl && !env.isLoopback)
    throw new NotStarted({
      zh: '程序供其他机器使用时要配置 NEXTAUTH_URL：大家在浏览器里输入的地址，如 https://nianbao.example.gov.cn',
      en: 'NEXTAUTH_URL is needed when the app serves other machines: set it to the address people will type, e.g. https://nianbao.example.gov.cn',
    });
  if ((await countPeople(store.read)) > 0) return { isDemonstration: false, greeting: (address) => `年报 Nianbao: ${address}` };
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
    await writeSetting(tx, 'isOffice', true);
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
