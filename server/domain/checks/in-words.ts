import type { Sentence } from '../sentence';

/** A place by its printed name, as each language quotes it: “自然人”列, Column "自然人". */
export function columnInWords(label: string): Sentence {
  return { zh: `“${label}”列`, en: `Column "${label}"` };
}

export function rowInWords(label: string): Sentence {
  return { zh: `“${label}”行`, en: `Row "${label}"` };
}

export function quoted(name: string): Sentence {
  return { zh: `“${name}”`, en: `"${name}"` };
}
