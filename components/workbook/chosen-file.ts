import { maxWorkbookBytes } from '@/server/domain/workbook/limits';

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
  const bytes = new Uint8Array(read);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name.slice(-200), base64: btoa(binary) };
}
