import { type WorkbookChoice, writesOf } from '@/server/domain/workbook/plan-choice';
import type { WorkbookPreview } from '@/server/queries/workbook-preview';
import type { ChosenFile } from './chosen-file';

/** One of many workbooks that came back, on its way from a file to figures. */
export interface ReturnedFile {
  id: string;
  name: string;
  state: 'waiting' | 'reading' | 'looked' | 'refused' | 'writing' | 'done';
  file: ChosenFile | null;
  preview: WorkbookPreview | null;
  choice: WorkbookChoice;
  /** Why it was refused, in words. */
  why: string | null;
  /** Cells that were written. */
  written: number;
}

/** How a file stands: what would become of it with the act. */
export type Standing = 'waiting' | 'reading' | 'refused' | 'problems' | 'twice' | 'nothing' | 'ready' | 'writing' | 'done';

export function standingOf(one: ReturnedFile, all: readonly ReturnedFile[]): Standing {
  if (one.state !== 'looked' || !one.preview) return one.state === 'looked' ? 'refused' : one.state;
  const { filingId, plan } = one.preview;
  if (plan.problems.length > 0) return 'problems';
  if (all.some((other) => other.id !== one.id && other.state === 'looked' && other.preview?.filingId === filingId)) return 'twice';
  return writesOf(plan, one.choice).length === 0 ? 'nothing' : 'ready';
}

export function aReturnedFile(id: string, name: string): ReturnedFile {
  return { id, name, state: 'waiting', file: null, preview: null, choice: { clears: false, takes: [] }, why: null, written: 0 };
}
