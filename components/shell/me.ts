import type { Role } from '@/server/domain/permissions';
import type { FailedTries } from '@/server/views/failed-tries';

/** Who is signed in, as every page shows it. */
export interface Me {
  userId: string;
  name: string;
  isDemonstration: boolean;
  /** How the office is reached; empty where it has not said. */
  contact: string;
  posts: readonly { id: string; role: Role; unitName: string }[];
  /** Correction slips that wait for this person's signature. */
  waitingSlips: number;
  /** Annual reports that wait for it. */
  waitingReports: number;
  /** What this person was told and has not read. */
  unreadNotices: number;
  /** Wrong passwords at this person's name since they signed in the time before. */
  failedTries: FailedTries | null;
}
