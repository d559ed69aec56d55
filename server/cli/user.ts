import { Argument, Command } from 'commander';
import { type Role, roles } from '@/server/domain/permissions/roles';
import { CliError } from './cli-error';

/** Accounts from the server's console. A password is never typed here: the person sets it by a link that works once. */
export function userCommand(): Command {
  const user = new Command('user').description('人员 / people');
  user
    .command('create <username>')
    .description('新建人员并给出一次性设密链接 / create a person and print the one-time link')
    .requiredOption('--name <name>', 'the person’s name')
    .requiredOption('--unit <unit>', 'unit of the first post')
    .option('--role <role>', `${roles.join(', ')}；三员分立时不写 / none where the three are three people`, roleNamed)
    .option('--meant', '确认设部门管理员 / an administrator of a department is meant')
    .action(async (...asked: Parameters<typeof import('./acts/user').createUser>) => (await import('./acts/user')).createUser(...asked));
  user
    .command('reset <username>')
    .description('签发新的一次性设密链接 / issue a new one-time link')
    .action(async (username: string) => (await import('./acts/user')).resetUser(username));
  user
    .command('reset-second-factor <username>')
    .description('重置两步验证（手机丢失） / take the second factor away, for a lost telephone')
    .requiredOption('--reason <reason>', '理由，记入操作记录 / why; the event log keeps it')
    .action(async (...asked: Parameters<typeof import('./acts/user').resetSecondFactorOf>) =>
      (await import('./acts/user')).resetSecondFactorOf(...asked),
    );
  user
    .command('second-factor-policy')
    .description('不再要求两步验证（都进不去时） / ask no second factor of anybody, where nobody gets in')
    .addArgument(new Argument('<of>', '只能是 nobody / nobody alone').argParser(nobodyAlone))
    .requiredOption('--reason <reason>', '理由，记入操作记录 / why; the event log keeps it')
    .action(async (_of: string, ...asked: Parameters<typeof import('./acts/user').askNobodyForSecondFactor>) =>
      (await import('./acts/user')).askNobodyForSecondFactor(...asked),
    );
  return user;
}

function nobodyAlone(text: string): 'nobody' {
  if (text === 'nobody') return text;
  throw new CliError(
    '控制台只能取消要求：second-factor-policy nobody / from the console it is only taken back: second-factor-policy nobody',
  );
}

function roleNamed(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new CliError(`--role: “${text}” 应为 ${roles.join('、')} 之一 / must be one of ${roles.join(', ')}`);
  return role;
}
