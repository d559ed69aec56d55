// biome-ignore-all lint/style/noRestrictedImports: the file says what the page says, in its words (README.md, 2026-11-30)
import { writeCsv } from 'hucre/csv';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { kindPrefixes } from '@/components/admin/events/event-kinds';
import { eventSentence } from '@/components/admin/events/event-sentence';
import { momentText } from '@/components/admin/moment-text';
import { zh } from '@/components/messages/zh';
import type { ChainedEvent } from '@/server/domain/audit';
import type { Role } from '@/server/domain/permissions';
import { roleNames } from '@/server/domain/permissions/role-names';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { FindingsKind } from './findings-list';

/** A post that somebody held for a time. */
export interface HeldDuty {
  userId: string;
  role: Role;
  startedAt: Date;
  endedAt: Date | null;
}

export interface FoundEvents {
  events: readonly ChainedEvent[];
  /** There are older ones, which the list leaves out. */
  isCut: boolean;
  names: Record<string, string>;
  duties: readonly HeldDuty[];
}

const head = ['时间', '人员', '岗位', '单位', '期间', '类别', '事项', '序号', '校验码'];
const widths = [20, 12, 14, 26, 12, 14, 70, 10, 68];

/**
 * Events as a list, a line each, in the order and the words of the page; the clock is Shanghai's, the duties are those that were held at that moment.
 * Everything that people wrote is text: nothing of it can run.
 */
export async function eventsBytes(found: FoundEvents, kind: FindingsKind): Promise<Uint8Array> {
  const dutiesOf = new Map<string, HeldDuty[]>();
  for (const duty of found.duties) dutiesOf.set(duty.userId, [...(dutiesOf.get(duty.userId) ?? []), duty]);
  const rows: (string | number)[][] = found.events.map((event) => lineOf(event, found.names, dutiesOf.get(event.actorId ?? '') ?? []));
  if (found.isCut) rows.push([`更早的记录没有列出：一次最多 ${rows.length} 条，请缩小查找范围后再导出。`]);
  if (kind === 'csv') return new TextEncoder().encode(writeCsv([head, ...rows], { bom: true, escapeFormulae: true }));
  const sheet: WriteSheet = {
    name: '操作记录',
    rows: [head, ...rows],
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:I${rows.length + 1}` },
  };
  return writeXlsx({ sheets: [sheet], defaultFont: { name: '宋体', size: 10.5 } });
}

function lineOf(event: ChainedEvent, names: FoundEvents['names'], duties: readonly HeldDuty[]): (string | number)[] {
  const { audit } = zh;
  const at = new Date(event.at);
  const held = duties.filter(({ startedAt, endedAt }) => startedAt <= at && (endedAt === null || endedAt > at));
  const kind = kindPrefixes.find((prefix) => event.kind.startsWith(prefix));
  const sentence = eventSentence(event, zh, names);
  const isReasonToldApart = event.reason !== null && !sentence.includes(event.reason);
  const line = [
    ...[momentText(event.at), event.actorName, [...new Set(held.map(({ role }) => roleNames.zh[role]))].join('、')],
    ...[event.unitId ? (names[event.unitId] ?? event.unitId) : '', event.period ?? '', kind ? audit.kinds[kind] : event.kind],
    ...[isReasonToldApart ? `${sentence}（${audit.reason(event.reason ?? '')}）` : sentence, event.seq, event.hash],
  ];
  return line.map((value) => (typeof value === 'string' ? withoutIllegalCharacters(value) : value));
}
