import { existsSync, readFileSync, statSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { KeptHead } from './verify-chain';

/** More is no head that somebody kept. */
const maxBytes = 200 * 1024 * 1024;

/** What was given as a head and names none; the message says what can be given. */
export class NoHead extends Error {
  override readonly name = 'NoHead';
}

/**
 * Heads that were kept elsewhere: a hash or `SEQ:HASH` as printed on a 定稿单, or a file: the manifest of a backup, a bundle, the JSON of an
 * edition, a file of daily heads (all of them), a line of an exported log.
 *
 * @throws NoHead
 */
export function readHeads(given: string): KeptHead[] {
  const typed = /^(?:第?\s*(\d+)\s*条?\s*:)?\s*([0-9a-f]{64})$/i.exec(given.trim());
  if (typed)
    return [{ seq: typed[1] ? Number(typed[1]) : null, hash: (typed[2] as string).toLowerCase(), of: 'event', from: given.trim() }];
  const bytes = fileBytes(given);
  const texts = bytes.subarray(0, 2).toString('latin1') === 'PK' ? manifestsIn(bytes, given) : [bytes.toString('utf8')];
  const heads = texts.flatMap((text) => headsInText(text)).map((head) => ({ ...head, from: given }));
  if (heads.length > 0) return heads;
  throw new NoHead(
    `--head: ${given} 中没有链头。可给：备份清单、文件包、定稿版 JSON、每日链头文件，或“序号:哈希” / ` +
      'names no head. Give the manifest of a backup, a bundle, the JSON of an edition, a file of daily heads, or SEQ:HASH',
  );
}

function fileBytes(path: string): Buffer {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new NoHead(`--head: “${path}” 不是 64 位十六进制哈希、“序号:哈希”，也不是文件 / is no 64-digit hash, no SEQ:HASH and no file`);
  if (statSync(path).size > maxBytes)
    throw new NoHead(`--head: ${path} 太大，不是保存链头的文件 / is too large to be a file that keeps a head`);
  return readFileSync(path);
}

/** The manifests of a bundle, or of a zip of bundles' folders. */
function manifestsIn(bytes: Buffer, path: string): string[] {
  try {
    const found = unzipSync(bytes, { filter: ({ name, originalSize }) => /(?:^|\/)manifest\.json$/.test(name) && originalSize < maxBytes });
    return Object.values(found).map((file) => Buffer.from(file).toString('utf8'));
  } catch (error) {
    throw new NoHead(`--head: ${path} 读不出（${(error as Error).message}）/ cannot be unzipped`);
  }
}

type Found = Omit<KeptHead, 'from'>;

function headsInText(text: string): Found[] {
  const whole = parsed(text);
  if (whole !== undefined) return headsIn(whole);
  return text.split('\n').flatMap((line) => {
    const json = parsed(line);
    if (json !== undefined) return headsIn(json);
    return headsInLine(line);
  });
}

/** `SEQ:HASH` wherever it stands in a line of words. */
function headsInLine(line: string): Found[] {
  return [...line.matchAll(/(?<![\w:])(\d+):([0-9a-f]{64})(?![0-9a-f])/g)].map(
    ([, seq, hash]): Found => ({ seq: Number(seq), hash: hash as string, of: 'event' }),
  );
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Links of the chain wherever a document names them, and the content of the edition it is, which the log names too. */
function headsIn(value: object): Found[] {
  const { seq, hash, edition, contentHash } = value as Record<string, unknown>;
  if (typeof seq === 'number' && Number.isSafeInteger(seq) && isHash(hash)) return [{ seq, hash, of: 'event' }];
  const own: Found[] = typeof edition === 'number' && isHash(contentHash) ? [{ seq: null, hash: contentHash, of: 'content' }] : [];
  const inside = Object.values(value).flatMap((part: unknown) => {
    if (typeof part === 'string') return headsInLine(part);
    return typeof part === 'object' && part !== null ? headsIn(part) : [];
  });
  return [...own, ...inside];
}
