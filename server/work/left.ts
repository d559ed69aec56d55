import { Refused } from '@/server/errors';

const nobodyWaits = { isLeft: true } as const;

/** A job for which nobody waits any more. Nobody reads it. */
export function left(): Refused {
  return new Refused('work_failed', { zh: '已取消。', en: 'Cancelled.' }, nobodyWaits);
}

/** Not that a job failed, but that whoever asked has gone: nothing is told of it, and nothing else is tried for them. */
export function isLeft({ details }: Refused): boolean {
  return details === nobodyWaits;
}
