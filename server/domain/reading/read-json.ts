import type { Sentence } from '../sentence';
import type { Problem } from './problem';

/**
 * JSON as it was written: numbers keep their text, so that `1e3`, `3.0` and a count beyond 2^53 are seen and not silently
 * taken for something else; objects are maps, so that no key is special.
 */
export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject;
export interface JsonNumber {
  number: string;
}
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** Deeper than any report; keeps hostile nesting off the stack. */
const deepest = 64;

class Unreadable extends Error {
  constructor(
    readonly at: number,
    readonly what: Sentence,
    readonly how: Sentence,
  ) {
    super(what.en);
  }
}

/**
 * Reads JSON text. Never throws: text that is no JSON, or that gives one key twice, comes back as a problem with its line and
 * column.
 */
export function readJson(text: string): { value: JsonValue } | { problem: Problem } {
  try {
    return { value: new Reader(text).whole() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: { where: lineAndColumn(text, error.at), what: error.what, how: error.how } };
  }
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isJsonNumber(value: JsonValue | undefined): value is JsonNumber {
  return typeof value === 'object' && value !== null && 'number' in value && !(value instanceof Map) && !Array.isArray(value);
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  whole(): JsonValue {
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) this.refuse('多余的内容', 'unexpected text after the end');
    return value;
  }

  private value(depth: number): JsonValue {
    if (depth > deepest) this.refuse(`嵌套超过 ${deepest} 层`, `nested more than ${deepest} deep`);
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      default:
        return this.literal();
    }
  }

  private object(depth: number): JsonObject {
    const members = new Map<string, JsonValue>();
    this.at += 1;
    this.space();
    if (this.take('}')) return members;
    do {
      this.space();
      const keyAt = this.at;
      if (this.text[this.at] !== '"') this.refuse('缺少带双引号的键', 'a key in double quotes is missing');
      const key = this.string();
      if (members.has(key)) this.refuse(`键“${key}”出现了两次`, `the key “${key}” stands twice`, keyAt);
      this.space();
      if (!this.take(':')) this.refuse('缺少冒号', 'a colon is missing');
      members.set(key, this.value(depth + 1));
      this.space();
    } while (this.take(','));
    if (!this.take('}')) this.refuse('缺少逗号或 }', 'a comma or } is missing');
    return members;
  }

  private array(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.at += 1;
    this.space();
    if (this.take(']')) return items;
    do {
      items.push(this.value(depth + 1));
      this.space();
    } while (this.take(','));
    if (!this.take(']')) this.refuse('缺少逗号或 ]', 'a comma or ] is missing');
    return items;
  }

  /** Walks to the closing quote and leaves the escapes to JSON.parse, which refuses bad ones. */
  private string(): string {
    const from = this.at;
    let end = from + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1;
    try {
      const value: unknown = JSON.parse(this.text.slice(from, end + 1));
      this.at = end + 1;
      return String(value);
    } catch {
      this.refuse('字符串没有写完，或者含有不允许的字符', 'a string is not closed or holds a character that is not allowed', from);
    }
  }

  private literal(): JsonValue {
    const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
    token.lastIndex = this.at;
    const match = token.exec(this.text);
    const next = match ? this.text[token.lastIndex] : undefined;
    if (!match || (next !== undefined && /[\w.+]/.test(next)))
      this.refuse(
        this.at >= this.text.length ? '文件没有写完' : '不是 JSON 的值',
        this.at >= this.text.length ? 'the file ends half-way' : 'not a JSON value',
      );
    this.at = token.lastIndex;
    switch (match[0]) {
      case 'true':
        return true;
      case 'false':
        return false;
      case 'null':
        return null;
      default:
        return { number: match[0] };
    }
  }

  private space(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text[this.at] ?? '')) this.at += 1;
  }

  private take(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private refuse(zh: string, en: string, at = this.at): never {
    throw new Unreadable(
      at,
      { zh: `${zh}。`, en: `${en[0]?.toUpperCase()}${en.slice(1)}.` },
      { zh: '请在此处改正，或者重新导出完整的文件。', en: 'Mend it there, or export the whole file again.' },
    );
  }
}

function lineAndColumn(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 列`;
}
