import { findPersonByUsername, listPosts, readSetting, type Store } from '@/db/store';
import { setSecondFactorPolicy } from '@/server/commands/account/set-second-factor-policy';
import type { CommandContext } from '@/server/commands/command';
import { createPerson } from '@/server/commands/office/create-person';
import { issuePasswordLink } from '@/server/commands/office/issue-password-link';
import { resetSecondFactor } from '@/server/commands/office/reset-second-factor';
import { requireReason } from '@/server/commands/require-words';
import type { Role } from '@/server/domain/permissions';
import { readEnv } from '@/server/env';
import { secondFactorPolicy } from '@/server/views/second-factor-policy';
import { CliError } from '../cli-error';
import { unitNamed } from '../find-unit';
import { consoleContext, withStore } from '../with-store';

export async function createUser(username: string, options: { name: string; unit: string; role?: Role; meant?: boolean }): Promise<void> {
  await withStore(async (store) => {
    const unit = await unitNamed(store, options.unit);
    const { secret } = await createPerson(await consoleContext(store), {
      username,
      name: options.name,
      unitId: unit.id,
      role: options.role,
      isMeant: options.meant,
    });
    await printLink(store, secret);
  });
}

export async function resetUser(username: string): Promise<void> {
  await withStore(async (store) => {
    const context = await consoleContext(store);
    const { secret } = await issuePasswordLink(context, await personNamed(store, context, username));
    await printLink(store, secret);
  });
}

/** The way out of an only administrator whose telephone is lost. */
export async function resetSecondFactorOf(username: string, { reason }: { reason: string }): Promise<void> {
  await withStore(async (store) => {
    const context = await consoleContext(store, true);
    await resetSecondFactor(context, { ...(await personNamed(store, context, username)), reason });
    process.stdout.write(
      `已重置“${username}”的两步验证，其登录都已结束 / the second factor of "${username}" is reset, and their sessions have ended\n`,
    );
  });
}

/** The way out where nobody gets past the second factor that the office asks for: nothing is asked any more. */
export async function askNobodyForSecondFactor({ reason }: { reason: string }): Promise<void> {
  requireReason(reason);
  await withStore(async (store) => {
    const seen = await secondFactorPolicy(store.read);
    await setSecondFactorPolicy(await consoleContext(store, true), { policy: 'nobody', seen, reason: reason.trim() });
    process.stdout.write('已不再要求两步验证；已开启的人照旧使用 / no second factor is asked for; whoever has one keeps it\n');
  });
}

/** A person, and the unit in whose name the console acts on them. */
async function personNamed(store: Store, context: CommandContext, username: string): Promise<{ userId: string; unitId: string }> {
  const person = await findPersonByUsername(store.read, username);
  const post = person ? (await listPosts(store.read)).find((one) => one.userId === person.id) : null;
  const unitId = post?.unitId ?? context.actor.posts[0]?.unitId;
  if (!person || !unitId) throw new CliError(`没有用户名为“${username}”的人员 / nobody has the user name "${username}"`);
  return { userId: person.id, unitId };
}

/** Under the address that is configured here, else where the data was last served: the console has a port of its own in no way. */
async function printLink(store: Store, secret: string): Promise<void> {
  const env = readEnv(process.env);
  const address = env.publicUrl ?? (await readSetting(store.read, 'address')) ?? `http://${env.host}:${env.port}`;
  process.stdout.write(`${address}/link/${secret}\n`);
}
