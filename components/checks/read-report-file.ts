import { type ParsedReport, readReportBytes } from '@/server/domain/reading';
import type { Sentence } from '@/server/domain/sentence';

/** A file a person chose, read in the browser. */
export interface ChosenReport {
  name: string;
  parsed: ParsedReport | 'too_large' | 'unreadable';
  /** In what it was taken to be written, where it does not say. */
  notice: Sentence | null;
}

/** More than any report; reading a film by mistake would freeze the page. */
const maxBytes = 5 * 1024 * 1024;

export async function readReportFile(file: File): Promise<ChosenReport> {
  const { text: _, ...chosen } = await readReportText(file);
  return chosen;
}

/** The same with the text itself, empty where it was not read. */
export async function readReportText(file: File): Promise<ChosenReport & { text: string }> {
  const { name } = file;
  if (file.size > maxBytes) return { name, text: '', parsed: 'too_large', notice: null };
  try {
    return { name, ...readReportBytes(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    return { name, text: '', parsed: 'unreadable', notice: null };
  }
}
