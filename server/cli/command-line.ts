import { Command } from 'commander';
import { CliError } from './cli-error';

/** Every command, loaded when it is the one that is asked for: a check does not wait for what sets a PDF. */
const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check')).checkCommand(),
  import: async () => (await import('./import')).importCommand(),
  export: async () => (await import('./export')).exportCommand(),
  rehearse: async () => (await import('./rehearse')).rehearseCommand(),
  db: async () => (await import('./db')).dbCommand(),
  user: async () => (await import('./user')).userCommand(),
  audit: async () => (await import('./audit')).auditCommand(),
};

/**
 * Exit codes: 0 fine; 1 the answer is "no" (a finding, a difference, a mismatch); 2 bad input, with a sentence on stderr.
 *
 * @param args what follows the name of the program
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const program = new Command('nianbao')
    .description('年报 Nianbao: the command line of the annual report system')
    .showHelpAfterError('(--help tells what can be given)')
    .exitOverride();
  const asked = args[0] ?? '';
  for (const name of Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands)) {
    const command = await commands[name]?.();
    if (command) program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return await exitCodeOf(error);
  }
}

async function exitCodeOf(error: unknown): Promise<number> {
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('commander.')) return (error as { exitCode?: number }).exitCode === 0 ? 0 : 2;
  if (error instanceof CliError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof Error && error.name === 'Refused') {
    const { sentence } = error as unknown as { sentence: { zh: string; en: string } };
    process.stderr.write(`${sentence.zh}\n${sentence.en}\n`);
    return 2;
  }
  const { sayFault } = await import('./say-fault');
  sayFault(error);
  return 2;
}
