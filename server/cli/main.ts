import { Command } from 'commander';
import { auditCommand } from './audit';
import { checkCommand } from './check';
import { CliError } from './cli-error';
import { dbCommand } from './db';
import { exportCommand } from './export';
import { importCommand } from './import';
import { rehearseCommand } from './rehearse';
import { userCommand } from './user';

/** Exit codes: 0 fine; 1 the answer is "no" (a finding, a difference, a mismatch); 2 bad input, with a sentence on stderr. */
const program = new Command('nianbao')
  .description('年报 Nianbao: the command line of the annual report system')
  .showHelpAfterError('(--help tells what can be given)')
  .exitOverride();

for (const command of [checkCommand(), importCommand(), exportCommand(), rehearseCommand(), dbCommand(), userCommand(), auditCommand()])
  program.addCommand(command.copyInheritedSettings(program));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
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
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
}
