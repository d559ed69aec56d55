import { hash, verify } from '@node-rs/argon2';
import { type PasswordProfile, passwordFormFault } from '@/server/domain/accounts/password-policy';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import type { PasswordOwner } from './guessable';

/** argon2id with 19 MiB and two passes (OWASP's first choice); about 10 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

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

/** Fewer tries than this find it out, as a power of ten, by a guesser who knows the lists, the office's words and the people's names. */
const leastGuesses = 9;

/**
 * What is wrong with a new password, or null: its form, or that it is soon guessed: a common password, a word of the trade or of the
 * office in Chinese or pinyin, with a year and a sign behind it.
 */
export async function passwordFault(password: string, owner: PasswordOwner, profile: PasswordProfile): Promise<Sentence | null> {
  const fault = passwordFormFault(password, owner.username, profile);
  if (fault) return fault;
  // The word lists are large and rarely asked: no start of the program waits for them.
  const { guessesOf } = await import('./guessable');
  if (guessesOf(password, owner) >= leastGuesses) return null;
  return {
    zh: '这个密码太容易被猜到：它由常见密码、单位名称、姓名或年份组成。请换一个，例如几个互不相关的词。',
    en: 'This password is soon guessed: it is made of a common password, the name of a unit or person, or a year. Choose another, for example some words that have nothing to do with each other.',
  };
}

/** The answer to everything but the change of the password. */
export function passwordTooOld(): Refused {
  return new Refused('password_too_old', {
    zh: '您的密码已到更换期限。请先在“我的账号”里换一个密码；已填的内容不会丢失。',
    en: 'Your password is too old. Set another under "My account" first; nothing you typed is lost.',
  });
}
