import { type ParsedReport, parseReportJson } from '@/server/domain/reading';

/** A file a person chose, read in the browser. */
export interface ChosenReport {
  name: string;
  parsed: ParsedReport | 'too_large' | 'unreadable';
}

/** More than any report; reading a film by mistake would freeze the page. */
const mostBytes = 5 * 1024 * 1024;

export async function readReportFile(file: File): Promise<ChosenReport> {
  if (file.size > mostBytes) return { name: file.name, parsed: 'too_large' };
  try {
    return { name: file.name, parsed: parseReportJson(await file.text()) };
  } catch {
    return { name: file.name, parsed: 'unreadable' };
  }
}
