import type { Place } from '@/server/backup/backed-up-store';
import { copyOffice } from '@/server/backup/copy-office';
import { asSentence } from '../as-sentence';

export async function copy(options: { from: string; to: string; json?: boolean }): Promise<void> {
  const tables = await asSentence(() => copyOffice(placeOf(options.from), placeOf(options.to)));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = tables.map((table) => `${table.hash}  ${table.name} ${table.rows}`);
  const sentence = `${lines.join('\n')}\n✓ ${tables.length} 个表、${rows} 行，两边一致 / tables and rows, the same on both sides\n`;
  process.stdout.write(options.json ? `${JSON.stringify({ same: true, tables })}\n` : sentence);
}

function placeOf(named: string): Place {
  return /^postgres(?:ql)?:/.test(named) ? { dataFolder: '', databaseUrl: named } : { dataFolder: named, databaseUrl: null };
}
