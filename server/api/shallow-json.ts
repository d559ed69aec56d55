import { Refused } from '@/server/errors';

/** Twice what any procedure is sent. Whoever walks an input by calling itself runs out of stack some thousands of levels down. */
const deepest = 32;

/** @throws Refused invalid, when things lie in things without end: nobody's page sends that */
export function requireShallow(sent: unknown): void {
  let level = [sent];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest)
      throw new Refused('invalid', {
        zh: '发送的内容嵌套过深，没有处理。',
        en: 'What was sent is nested too deeply; nothing was done.',
      });
    level = level.flatMap((value) => (value !== null && typeof value === 'object' ? Object.values(value) : []));
  }
}
