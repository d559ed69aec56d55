import { hash, verify } from '@node-rs/argon2';
import type { Sentence } from '@/server/domain/sentence';

/** argon2id with 19 MiB and two passes (OWASP's first choice); about 10 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const minLength = 10;
const minClasses = 3;

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Compared against when the person is unknown, so that the answer takes as long. */
let decoy: Promise<string> | undefined;

/** True when the password fits. An unknown person or one without a password costs the same time and is false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no person has this password');
  const fits = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && fits;
}

/**
 * What is wrong with a new password, or null: at least ten characters, three of four classes (等级保护 asks for both), and not
 * built around the account's name.
 */
export function passwordFault(password: string, username: string): Sentence | null {
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
