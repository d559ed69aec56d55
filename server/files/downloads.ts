import type { WorkState } from '@/server/work/work-room';

interface Download {
  number: string;
  userId: string;
  ask: () => WorkState;
  until: AbortSignal;
}

/**
 * The files that are waited for, by their numbers. On globalThis, because pages and downloads are two module graphs; in memory only, and no
 * longer than somebody waits.
 */
const holder = globalThis as typeof globalThis & { __nianbaoDownloads?: Map<string, Download> };

const mostDownloads = 500;

function downloads(): Map<string, Download> {
  holder.__nianbaoDownloads ??= new Map();
  return holder.__nianbaoDownloads;
}

export function noteDownload(download: Download): void {
  const all = downloads();
  const { number, userId, until } = download;
  const known = all.get(number);
  if (until.aborted || (known ? known.userId !== userId : all.size >= mostDownloads)) return;
  all.set(number, download);
  until.addEventListener('abort', () => {
    if (all.get(number)?.until === until) all.delete(number);
  });
}

/** Null: it has not come to the room, it is there, or it is another person's. */
export function downloadState(number: string, userId: string): WorkState | null {
  const known = downloads().get(number);
  return known?.userId === userId ? known.ask() : null;
}
