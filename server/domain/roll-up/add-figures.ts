import { type Figure, notApplicable, notFilled } from '../figures';

/**
 * The sum of figures of one cell. 不适用 counts as 0 and stays 不适用 only when every part is; one part that is not known
 * makes the sum not known, never smaller. Money keeps the most printed decimals of its parts: 1.2 + 3.45 prints as 4.65.
 *
 * @returns not filled when a part is not known or there are no parts
 * @throws RangeError past 2^53, where an integer of 分 would no longer be exact
 */
export function addFigures(parts: Iterable<Figure>): Figure {
  let value = 0;
  let decimals = 0;
  let numbers = 0;
  let count = 0;
  for (const part of parts) {
    count += 1;
    if (part.state === 'not_applicable') continue;
    if (part.state !== 'number') return notFilled;
    value += part.value;
    decimals = Math.max(decimals, part.decimals);
    numbers += 1;
    if (!Number.isSafeInteger(value)) throw new RangeError('the sum is too large to be exact');
  }
  if (count === 0) return notFilled;
  return numbers === 0 ? notApplicable : { state: 'number', value, decimals };
}
