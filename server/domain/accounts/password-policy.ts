import type { Sentence } from '../sentence';

/** Which of two standards the office's passwords follow; where they contradict each other is told in the README. */
export const passwordProfiles = ['dengbao', 'asvs'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

interface Policy {
  minLength: number;
  /** Of capital letters, small letters, digits and symbols. */
  minClasses: number;
  /** After so long a password has to be changed; null: never only for its age. */
  maxAgeMs: number | null;
}

const dayMs = 24 * 3_600_000;

/** @source 等级保护 身份鉴别 (8.1.4.1); ASVS 5.0 6.2.1, 6.2.5, 6.2.10 */
const policies: Readonly<Record<PasswordProfile, Policy>> = {
  dengbao: { minLength: 10, minClasses: 3, maxAgeMs: 90 * dayMs },
  asvs: { minLength: 15, minClasses: 1, maxAgeMs: null },
};

/** What no profile lets anybody set as long as it was theirs among so many passwords. @source 等级保护 身份鉴别 */
export const rememberedPasswords = 5;

/** What the form of a new password lacks, or null: too short, of too few kinds of characters, or with the user name in it. */
export function passwordFormFault(password: string, username: string, profile: PasswordProfile): Sentence | null {
  const { minLength, minClasses } = policies[profile];
  if ([...password].length < minLength) return { zh: `密码至少 ${minLength} 位。`, en: `A password has at least ${minLength} characters.` };
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((one) => one.test(password)).length;
  if (classes < minClasses)
    return {
      zh: '密码须包含大写字母、小写字母、数字、符号中的三类。',
      en: 'Use three of: capital letters, small letters, digits, symbols.',
    };
  if (username.length >= 3 && password.toLowerCase().includes(username.toLowerCase()))
    return { zh: '密码不能包含用户名。', en: 'The password must not contain the user name.' };
  return null;
}

/** By when a password set then has to be changed; null: by no day. */
export function passwordDueBy(setAt: Date | null, profile: PasswordProfile): Date | null {
  const { maxAgeMs } = policies[profile];
  return maxAgeMs === null || setAt === null ? null : new Date(setAt.getTime() + maxAgeMs);
}

/** Whether a password set then has to be changed now. */
export function isPasswordTooOld(setAt: Date | null, now: Date, profile: PasswordProfile): boolean {
  const dueBy = passwordDueBy(setAt, profile);
  return dueBy !== null && now > dueBy;
}

/** No profile asks for a change earlier than this: a younger password needs no look at the profile. */
export const youngestTooOldMs = Math.min(...Object.values(policies).map((policy) => policy.maxAgeMs ?? Number.POSITIVE_INFINITY));
