import { counted } from '@/server/domain/plural';
import type { ChainVerdict } from './verify-chain';
import type { Difference, LedgerVerdict } from './verify-ledger';

const mostTold = 50;

/** The answer of `audit verify`, a line each. */
export function ledgerSentences(verdict: LedgerVerdict): string[] {
  const { replay, schema } = verdict;
  const lines = [...chainSentences(verdict)];
  if (!replay) {
    if (schema.is !== 'current') lines.push(otherSchema(schema));
    return lines;
  }
  const { compared, differences, differenceCount } = replay;
  const told = differences.slice(0, mostTold).map((one) => `✕ ${differenceSentence(one)}`);
  if (differenceCount > told.length)
    told.push(`✕ 另有 ${differenceCount - told.length} 处（--json 可列出前 1000 处）/ and ${differenceCount - told.length} more`);
  lines.push(
    ...told,
    `${differenceCount === 0 ? '✓' : '✕'} 按操作记录重放：核对 ${compared.cells} 个填报数、${compared.ledgerCells} 个已审核数、${compared.submissions} 份报送件、${compared.editions} 个定稿版、${compared.texts} 段文字、${compared.files} 个附件，共 ${compared.rows} 行，${differenceCount} 处不符 / ` +
      `replayed: ${counted(compared.cells, 'typed figure')}, ${counted(compared.ledgerCells, 'approved figure')}, ${counted(compared.submissions, 'submission')}, ${counted(compared.editions, 'edition')}, ${counted(compared.texts, 'text')}, ${counted(compared.files, 'attached file')}, ${counted(compared.rows, 'row')} in all; ${counted(differenceCount, 'difference')}`,
    ...replay.notCompared.map((what) => `· 未核对 / not compared: ${what}`),
  );
  return lines;
}

/** Why the ledger of another version of the program was not compared: its chain is the same in every version, its tables are not. */
export function otherSchema({ is, migration }: LedgerVerdict['schema']): string {
  return is === 'older'
    ? `未重放：数据库是较早版本的结构（${migration ?? '无'}），本次没有改动它。请在副本上执行 db migrate 后再核对 / not replayed: the schema is an older one (${migration ?? 'none'}) and was left as it is. Run db migrate on a copy and verify that`
    : '未重放：数据库由更新版本的程序写过，本程序不认识它的结构。请用那个版本核对 / not replayed: a newer program has written this database. Verify it with that one';
}

function chainSentences({ since, events, head, fault, heads }: ChainVerdict): string[] {
  if (fault) return [`✕ 第 ${fault.seq} 条记录与前文不符（${fault.fault}）/ event ${fault.seq} does not fit (${fault.fault})`];
  return [
    since === 0
      ? `✓ ${events} 条记录首尾相连 / ${counted(events, 'event holds', 'events hold')} together; head ${head}`
      : `✓ 自已核对的第 ${since} 条起，${events - since} 条记录首尾相连 / ${counted(events - since, 'event holds', 'events hold')} together after event ${since}, which was verified before; head ${head}`,
    ...heads.map(({ seq, hash, of, found, from }) => {
      const name = `${seq === null ? '' : `${seq}:`}${hash.slice(0, 12)}…${from.includes(hash) ? '' : `（${from}）`}`;
      const what = of === 'content' ? ['定稿版', 'the edition'] : ['链头', 'the given head'];
      return found
        ? `✓ ${what[0]} ${name} 在链中 / ${what[1]} is in the chain`
        : `✕ 链中没有所给的${what[0]} ${name}：记录被截断或重做 / ${what[1]} is not in the chain: the log was cut or rewritten`;
    }),
  ];
}

/** `示例区2局 2026 年第 1 季度 s3.granted.natural_person（figures.reading）：库中 999999，按记录应为 12（第 345 条）`. */
export function differenceSentence(one: Difference): string {
  const { unit, year, quarter, isPractice, cell, table, key, column, stored, replayed, event } = one;
  const when = year === null ? '' : ` ${year} 年${quarter === null ? '' : `第 ${quarter} 季度`}${isPractice ? '（练习）' : ''}`;
  const place = `${unit ?? ''}${when}${cell ? ` ${cell}` : unit || year ? '' : ` ${key}`}`.trim();
  const by = event === null ? '无记录 / no event' : `第 ${event} 条 / event ${event}`;
  return `${place} [${table}.${column}${cell ? '' : ` ${key}`}]：库中 / stored ${shown(stored)}，按记录 / by the log ${shown(replayed)}（${by}）`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value ?? null);
}
