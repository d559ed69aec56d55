import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Overlay, parseOverlay } from '@/server/domain/checks';
import { problemLine } from '@/server/domain/reading';
import type { Env } from '@/server/env';

/**
 * What the city changes in the rule pack: the file that the configuration names, else `overlay.json` in the data folder, else nothing.
 *
 * @throws Error with every problem of the file: a rule must not stay on, or go off, because of a slip nobody saw
 */
export async function loadOverlay({ overlayFile, dataFolder }: Pick<Env, 'overlayFile' | 'dataFolder'>): Promise<Overlay | null> {
  const usual = join(dataFolder, 'overlay.json');
  if (overlayFile === null && !existsSync(usual)) return null;
  return readOverlayFile(overlayFile ?? usual);
}

/** @throws Error with a line per problem: the file, where in it, what is wrong, how to mend it */
export async function readOverlayFile(file: string): Promise<Overlay> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file}: 读不到这个文件 / cannot be read (${error.code})`);
  });
  const parsed = parseOverlay(text);
  if (parsed.ok) return parsed.overlay;
  throw new Error(parsed.problems.map((problem) => `${file}: ${problemLine(problem)} / ${problemLine(problem, 'en')}`).join('\n'));
}
