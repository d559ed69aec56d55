import { Command } from 'commander';
import { listEvents, type Store } from '@/db/store';
import { chainVerifier } from '@/server/domain/audit';
import { counted } from '@/server/domain/plural';
import { CliError } from './cli-error';
import { withStore } from './with-store';

const pageSize = 5_000;

export function auditCommand(): Command {
  const audit = new Command('audit').description('操作记录 / the event log');
  audit
    .command('verify')
    .description('逐条核对操作记录的哈希链 / verify the hash chain')
    .option('--head <hash>', 'a head kept elsewhere: it must be in the chain, or the log was cut or rewritten', headNamed)
    .option('--json', 'the result as JSON on stdout')
    .action(async (options: { head?: string; json?: boolean }) => {
      await withStore(async (store) => {
        const result = await verifyLog(store, options.head ?? null);
        process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${sentenceOf(result)}\n`);
        if (result.fault || result.headFound === false) process.exitCode = 1;
      });
    });
  return audit;
}

export interface LogVerdict {
  events: number;
  head: string;
  /** The first event that does not fit. */
  fault: { seq: number; fault: string } | null;
  /** Whether the head that was given stands in the chain; null when none was given. */
  headFound: boolean | null;
}

/** Walks the whole chain in pages; a head that was kept elsewhere shows a cut tail or a chain that was made anew. */
export async function verifyLog(store: Store, head: string | null): Promise<LogVerdict> {
  const chain = chainVerifier();
  let headFound = head === null ? null : false;
  for (;;) {
    const page = await listEvents(store.read, { after: chain.head().seq, limit: pageSize });
    for (const event of page) {
      const fault = chain.add(event);
      if (fault) return { events: chain.head().seq, head: chain.head().hash, fault, headFound };
      if (event.hash === head) headFound = true;
    }
    if (page.length < pageSize) return { events: chain.head().seq, head: chain.head().hash, fault: null, headFound };
  }
}

function sentenceOf({ events, head, fault, headFound }: LogVerdict): string {
  if (fault) return `✕ 第 ${fault.seq} 条记录与前文不符（${fault.fault}）/ event ${fault.seq} does not fit (${fault.fault})`;
  if (headFound === false)
    return `✕ 链中没有所给的链头：记录被截断或重做 / the given head is not in the chain: the log was cut or rewritten`;
  return `✓ ${events} 条记录首尾相连 / ${counted(events, 'event holds', 'events hold')} together; head ${head}`;
}

function headNamed(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new CliError(`--head: “${text}” 不是 64 位十六进制哈希 / is no 64-digit hash`);
  return text;
}
