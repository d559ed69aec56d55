import { Command } from 'commander';
import { CliError } from './cli-error';

export function auditCommand(): Command {
  const audit = new Command('audit').description('操作记录 / the event log');
  audit
    .command('verify')
    .description('逐条核对操作记录的哈希链 / verify the hash chain')
    .option('--head <hash>', 'a head kept elsewhere: it must be in the chain, or the log was cut or rewritten', headNamed)
    .option('--json', 'the result as JSON on stdout')
    .action(async (...asked: Parameters<typeof import('./acts/audit').auditVerify>) =>
      (await import('./acts/audit')).auditVerify(...asked),
    );
  return audit;
}

function headNamed(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new CliError(`--head: “${text}” 不是 64 位十六进制哈希 / is no 64-digit hash`);
  return text;
}
