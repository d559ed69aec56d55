import type { SomeNames } from '@/server/domain/some-names';
import type { Messages } from './zh';

/** Names in a row; where there are more than these, how many in all. */
export function namesInWords({ first, count }: SomeNames, { listComma, firstOf }: Messages['common']): string {
  const names = first.join(listComma);
  return count > first.length ? firstOf(names, count) : names;
}
