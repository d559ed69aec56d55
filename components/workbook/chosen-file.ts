import { maxWorkbookBytes } from '@/server/domain/workbook/limits';

/** A workbook as it is sent. */
export interface ChosenFile {
  name: string;
  base64: string;
}

/** Null: larger than any workbook of ours, and not read. */
export async function chosenFile(file: Blob & { name: string }): Promise<ChosenFile | null> {
  if (file.size > maxWorkbookBytes) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name.slice(-200), base64: btoa(binary) };
}
