import { randomBytes } from 'node:crypto';
import { readEnv } from '@/server/env';
import { refusalOf } from '@/server/fault';
import { errorFacts } from '@/server/log/error-facts';
import { newLog } from '@/server/log/log';

/** What nobody foresaw, told as a sentence under a number; where a log is kept (`NIANBAO_LOG`), it has the rest under the same. */
export function sayFault(error: unknown): void {
  const reference = randomBytes(6).toString('hex');
  const trouble = refusalOf(error, reference);
  const isKept = keep(error, reference);
  const { zh, en } = trouble?.sentence ?? {
    zh: `程序出错，没有办完。编号 ${reference}。${isKept ? '详情在日志里。' : '把 NIANBAO_LOG 设为一个文件后再试一次，详情会写在里面。'}`,
    en: `Something failed inside, and this was not done. Number ${reference}. ${isKept ? 'The log has more.' : 'Name a file in NIANBAO_LOG and try again: it will have more.'}`,
  };
  process.stderr.write(`${zh}\n${en}\n`);
}

function keep(error: unknown, reference: string): boolean {
  if (!process.env.NIANBAO_LOG) return false;
  try {
    newLog(readEnv(process.env))
      .child({ request: reference })
      .error({ error: errorFacts(error) }, 'fault');
    return true;
  } catch {
    // The configuration itself may be what cannot be used.
    return false;
  }
}
