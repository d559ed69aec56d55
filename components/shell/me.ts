import type { Role } from '@/server/domain/permissions';

/** Who is signed in, as every page shows it. */
export interface Me {
  userId: string;
  name: string;
  isDemonstration: boolean;
  posts: readonly { id: string; role: Role; unitName: string }[];
  /** Correction slips that wait for this person's signature. */
  waitingSlips: number;
  /** Annual reports that wait for it. */
  waitingReports: number;
}
