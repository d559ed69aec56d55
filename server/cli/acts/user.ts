import { findPersonByUsername, listPosts } from '@/db/store';
import { createPerson } from '@/server/commands/office/create-person';
import { issuePasswordLink } from '@/server/commands/office/issue-password-link';
import type { Role } from '@/server/domain/permissions';
import { readEnv } from '@/server/env';
import { CliError } from '../cli-error';
import { unitNamed } from '../find-unit';
import { consoleContext, withStore } from '../with-store';

export async function createUser(username: string, options: { name: string; unit: string; role: Role; meant?: boolean }): Promise<void> {
  await withStore(async (store) => {
    const unit = await unitNamed(store, options.unit);
    const { secret } = await createPerson(await consoleContext(store), {
      username,
      name: options.name,
      unitId: unit.id,
      role: options.role,
      isMeant: options.meant,
    });
    printLink(secret);
  });
}

export async function resetUser(username: string): Promise<void> {
  await withStore(async (store) => {
    const person = await findPersonByUsername(store.read, username);
    const post = person ? (await listPosts(store.read)).find((one) => one.userId === person.id) : null;
    const context = await consoleContext(store);
    const unitId = post?.unitId ?? context.actor.posts[0]?.unitId;
    if (!person || !unitId) throw new CliError(`没有用户名为“${username}”的人员 / nobody has the user name "${username}"`);
    const { secret } = await issuePasswordLink(context, { userId: person.id, unitId });
    printLink(secret);
  });
}

function printLink(secret: string): void {
  const env = readEnv(process.env);
  process.stdout.write(`${env.publicUrl ?? `http://${env.host}:${env.port}`}/link/${secret}\n`);
}
