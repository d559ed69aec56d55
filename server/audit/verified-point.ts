import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole, writeWholeOnce } from '@/server/backup/files';

/** A link of the chain up to which log and ledger were verified. */
export interface VerifiedPoint {
  seq: number;
  hash: string;
}

/** A point that cannot be believed; the message says what to do. */
export class NoPoint extends Error {
  override readonly name = 'NoPoint';
}

/**
 * The key that points are signed with; made where there is none. Whoever has it can sign a point that was never verified, so it is the
 * auditor's, kept where the owner of the database has no hand.
 */
export function pointKey(path: string): string {
  if (!existsSync(path)) writeWholeOnce(path, `${randomBytes(32).toString('hex')}\n`);
  const key = readFileSync(path, 'utf8').trim();
  if (/^[0-9a-f]{64}$/.test(key)) return key;
  throw new NoPoint(`--key: ${path} 不是签名密钥 / is no key that points are signed with`);
}

/** Null where no point was kept yet. @throws NoPoint it is none, or signed with another key, or somebody was at it */
export function readPoint(path: string, key: string): VerifiedPoint | null {
  if (!existsSync(path)) return null;
  const { at, seq, hash, signature } = parsed(readFileSync(path, 'utf8'));
  const stated = Buffer.from(String(signature), 'utf8');
  const wanted = Buffer.from(sign(key, String(at), { seq, hash }), 'utf8');
  if (stated.length === wanted.length && timingSafeEqual(stated, wanted)) return { seq, hash };
  throw new NoPoint(
    `--point: ${path} 的签名与密钥不符，不能从这里接着核对。请加 --whole 核对全部 / is not signed with this key, so nothing can go on from it. Verify everything with --whole`,
  );
}

/** Written beside and put in place, so that a run that is broken off leaves the point before. */
export function writePoint(path: string, key: string, at: Date, point: VerifiedPoint): void {
  const time = at.toISOString();
  const { seq, hash } = point;
  const text = JSON.stringify({ kind: 'nianbao-verified', at: time, seq, hash, signature: sign(key, time, point) });
  writeWhole(path, `${text}\n`);
}

function sign(key: string, at: string, { seq, hash }: VerifiedPoint): string {
  return createHmac('sha256', key).update(`nianbao-verified ${at} ${seq}:${hash}`).digest('hex');
}

function parsed(text: string): VerifiedPoint & { at?: unknown; signature?: unknown } {
  try {
    const point = JSON.parse(text) as VerifiedPoint;
    if (Number.isSafeInteger(point.seq) && point.seq >= 0 && typeof point.hash === 'string') return point;
  } catch {
    // Said below.
  }
  throw new NoPoint('--point: 文件中没有核对点。请删除它，或加 --whole / the file holds no point. Delete it, or give --whole');
}
