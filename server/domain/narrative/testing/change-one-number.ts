import type { SeededRandom } from '../../seeded-random';
import type { Texts } from '../../subject';
import type { GeneratedNarrative } from './generate-narrative';

export interface ChangedNarrative {
  texts: Texts;
  /** Where the wrong number stands in text 一. */
  start: number;
  end: number;
  from: string;
  to: string;
}

/** The same prose with one number wrong: a slip of a digit, of one, or any other value that no reading accepts. */
export function changeOneNumber({ texts, numbers }: GeneratedNarrative, random: SeededRandom): ChangedNarrative | null {
  if (numbers.length === 0) return null;
  const number = random.pick(numbers);
  let to = number.value;
  while (number.accepted.includes(to)) to = slip(number.value, random);
  const text = texts['1'] ?? '';
  return {
    texts: { ...texts, '1': `${text.slice(0, number.start)}${to}${text.slice(number.end)}` },
    start: number.start,
    end: number.start + to.length,
    from: number.value,
    to,
  };
}

function slip(value: string, random: SeededRandom): string {
  const [integer = '0', fraction] = value.split('.');
  const whole = Number(integer);
  const changed = random.pick([
    whole + 1,
    Math.max(0, whole - 1),
    Number([...integer].reverse().join('')),
    random.integer(0, 2 * whole + 9),
    Number(`${integer}${random.integer(0, 9)}`),
  ]);
  return fraction === undefined ? String(changed) : `${changed}.${fraction}`;
}
