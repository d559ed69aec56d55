import { maxWorkbookBytes } from '@/server/domain/workbook/limits';
import { base64Of } from '../shell/base64-of';

/** A workbook as it is sent. */
export interface ChosenFile {
  name: string;
  base64: string;
}

/** too_large: larger than any workbook of ours, and not read. unreadable: the browser may not; another program has it open, or it is gone. */
export async function chosenFile(file: Blob & { name: string }): Promise<ChosenFile | 'too_large' | 'unreadable'> {
  if (file.size > maxWorkbookBytes) return 'too_large';
  const read = await file.arrayBuffer().catch(() => null);
  if (!read) return 'unreadable';
  return { name: file.name.slice(-200), base64: base64Of(new Uint8Array(read)) };
}
