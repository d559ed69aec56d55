import { listEvents, type Store } from '@/db/store';
import { chainVerifier } from '@/server/domain/audit';
import { counted } from '@/server/domain/plural';
import { withStore } from '../with-store';

const pageSize = 5_000;

export async function auditVerify(options: { head?: string; json?: boolean }): Promise<void> {
  await withStore(async (store) => {
    const result = await verifyLog(store, options.head ?? null);
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${sentenceOf(result)}\n`);
    if (result.fault || result.headFound === false) process.exitCode = 1;
  });
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
