import { type ParsedReport, parseReportJson } from '@/server/domain/reading';

/** A file a person chose, read in the browser. */
export interface ChosenReport {
  name: string;
  parsed: ParsedReport | 'too_large' | 'unreadable';
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
  if (file.size > maxBytes) return { name, text: '', parsed: 'too_large' };
  try {
    const text = await file.text();
    return { name, text, parsed: parseReportJson(text) };
  } catch {
    return { name, text: '', parsed: 'unreadable' };
  }
}
