import { type Reader, readSetting } from '@/db/store';
import type { PasswordProfile } from '@/server/domain/accounts/password-policy';

/** Which standard the office's passwords follow. */
export async function passwordProfile(reader: Reader): Promise<PasswordProfile> {
  return (await readSetting(reader, 'passwordProfile')) ?? 'dengbao';
}
