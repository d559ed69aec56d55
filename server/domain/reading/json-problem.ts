import type { Problem } from './problem';
import { clip } from './read-figure';
import { isJsonNumber, isJsonObject, type JsonValue } from './read-json';

/** A value of the wrong kind, or none at all, where `wanted` is. */
export function wrong(where: string, value: JsonValue | undefined, wanted: string): Problem {
  return problem(where, value === undefined ? ['缺少这一项', 'this key is missing'] : [`写成了 ${show(value)}`, `it is ${show(value)}`], [
    `应写成 ${wanted}`,
    `Write ${wanted}`,
  ]);
}

function show(value: JsonValue): string {
  if (isJsonObject(value)) return '{…}';
  if (isJsonNumber(value)) return clip(value.number);
  if (typeof value === 'object' && value !== null) return '[…]';
  return clip(JSON.stringify(value));
}

/** Both languages get their full stop here. */
export function problem(where: string, [whatZh, whatEn]: [string, string], [howZh, howEn]: [string, string]): Problem {
  return {
    where,
    what: { zh: `${whatZh}。`, en: `${whatEn[0]?.toUpperCase()}${whatEn.slice(1)}.` },
    how: { zh: `${howZh}。`, en: `${howEn}.` },
  };
}
