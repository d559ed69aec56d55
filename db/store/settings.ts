import { eq } from 'drizzle-orm';
import type { PasswordProfile } from '@/server/domain/accounts/password-policy';
import type { SecondFactorPolicy } from '@/server/domain/accounts/second-factor-policy';
import type { OfficeWording } from '@/server/domain/checks/office-wording';
import type { DueLockSetting } from '@/server/domain/deadlines';
import type { SigningStep } from '@/server/domain/signing';
import type { Reader, Tx } from './store';

/** Facts about this data folder that outlive a restart. */
export interface Settings {
  /** Written once when the demonstration year is loaded; such a folder stays a demonstration for ever. */
  isDemonstration: boolean;
  /** Written once when somebody asks for an office without the demonstration, before anybody is in it. */
  isOffice: boolean;
  /** Who signs a report before it is finalised, in order. Nothing kept: nobody does. */
  signingSteps: readonly SigningStep[];
  /** What the office has set for the words of its reports. */
  wording: OfficeWording;
  /** How people prove who they are. Nothing kept: as 等级保护 asks. */
  passwordProfile: PasswordProfile;
  /** Of whom a second factor is asked. Nothing kept: of nobody. */
  secondFactorPolicy: SecondFactorPolicy;
  /** How the office is reached: shown on every page and before signing in. Nothing kept: it has not said. */
  contact: string;
  /** 三员: system, security and audit administrator are three people. Nothing kept: they are not. */
  threeRoles: boolean;
  /** Due days that lock. Nothing kept: none does. */
  dueLock: DueLockSetting;
  /** Where this data was last served, for links that are made where nothing is served. */
  address: string;
  /** When the store was last tried, as ISO: written to see whether it can be, and read by nobody. */
  heartbeat: string;
}

export async function readSetting<K extends keyof Settings>(reader: Reader, key: K): Promise<Settings[K] | null> {
  const [row] = await reader.db.select().from(reader.t.settings).where(eq(reader.t.settings.key, key));
  return row ? (row.value as Settings[K]) : null;
}

export async function writeSetting<K extends keyof Settings>(tx: Tx, key: K, value: Settings[K]): Promise<void> {
  await tx.db.insert(tx.t.settings).values({ key, value }).onConflictDoUpdate({ target: tx.t.settings.key, set: { value } });
}
