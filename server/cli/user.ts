import { Command } from 'commander';
import { findPersonByUsername, listPosts } from '@/db/store';
import { createPerson } from '@/server/commands/office/create-person';
import { issuePasswordLink } from '@/server/commands/office/issue-password-link';
import { type Role, roles } from '@/server/domain/permissions';
import { readEnv } from '@/server/env';
import { CliError } from './cli-error';
import { unitNamed } from './find-unit';
import { consoleContext, withStore } from './with-store';

/** Accounts from the server's console. A password is never typed here: the person sets it by a link that works once. */
export function userCommand(): Command {
  const user = new Command('user').description('人员 / people');
  user
    .command('create <username>')
    .description('新建人员并给出一次性设密链接 / create a person and print the one-time link')
    .requiredOption('--name <name>', 'the person’s name')
    .requiredOption('--unit <unit>', 'unit of the first post')
    .requiredOption('--role <role>', roles.join(', '), roleNamed)
    .action(async (username: string, options: { name: string; unit: string; role: Role }) => {
      await withStore(async (store) => {
        const unit = await unitNamed(store, options.unit);
        const { secret } = await createPerson(await consoleContext(store), {
          username,
          name: options.name,
          unitId: unit.id,
          role: options.role,
        });
        printLink(secret);
      });
    });
  user
    .command('reset <username>')
    .description('签发新的一次性设密链接 / issue a new one-time link')
    .action(async (username: string) => {
      await withStore(async (store) => {
        const person = await findPersonByUsername(store.read, username);
        const post = person ? (await listPosts(store.read)).find((one) => one.userId === person.id) : null;
        const context = await consoleContext(store);
        const unitId = post?.unitId ?? context.actor.posts[0]?.unitId;
        if (!person || !unitId) throw new CliError(`没有用户名为“${username}”的人员 / nobody has the user name "${username}"`);
        const { secret } = await issuePasswordLink(context, { userId: person.id, unitId });
        printLink(secret);
      });
    });
  return user;
}

function roleNamed(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new CliError(`--role: “${text}” 应为 ${roles.join('、')} 之一 / must be one of ${roles.join(', ')}`);
  return role;
}

function printLink(secret: string): void {
  const env = readEnv(process.env);
  process.stdout.write(`${env.publicUrl ?? `http://${env.host}:${env.port}`}/link/${secret}\n`);
}
