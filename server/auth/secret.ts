import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolderForGood } from '@/db/store/make-folder';
import { writeWholeOnce } from '@/server/backup/files';
import { NotStarted } from '@/server/boot/not-started';
import { leastSecretLength } from '@/server/env';

/**
 * The key that seals session cookies: made once in the data folder, readable by its owner only. It is there whole or not at all, also after
 * a loss of power, and whoever comes second has the first one's.
 *
 * @throws NotStarted where what stands there is too short to be a key
 */
export function sessionSecret(dataFolder: string): string {
  const file = join(dataFolder, 'session-secret');
  if (!existsSync(file)) {
    makeFolderForGood(dataFolder);
    writeWholeOnce(file, randomBytes(48).toString('base64url'));
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < leastSecretLength) throw new NotStarted(tooShort(resolve(file), secret.length));
  return secret;
}

function tooShort(file: string, length: number) {
  return {
    zh: `${file}：密钥只有 ${length} 个字符（至少 ${leastSecretLength} 个），程序没有启动。请从备份以外另存的地方放回原来的密钥；没有时删除这个文件再启动，会生成新的：所有人须重新登录，已开通的两步验证须重新开通。`,
    en: `${file}: the key has ${length} characters, and needs at least ${leastSecretLength}. Not started. Put the key back from where it is kept; without one delete this file and start again for a new one: everybody signs in anew, and second factors have to be set up again.`,
  };
}
