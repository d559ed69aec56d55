import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoderOf } from '../testing/encoder-of';
import { type PublishedReportName, publishedReports } from '../testing/published-reports';
import { problemLine } from './problem';
import { readReportBytes } from './report-bytes';
import { parseReportJson } from './report-json';

const names = Object.keys(publishedReports) as PublishedReportName[];
const textOf = (name: PublishedReportName): string => JSON.stringify(publishedReports[name]);

const gbk = encoderOf('gb18030');
const big5 = encoderOf('big5');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
};
const joined = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);
const readAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);
const latin = (bytes: Uint8Array): string => [...bytes].map((byte) => String.fromCharCode(byte)).join('');

const whole: readonly (readonly [string, (text: string) => Uint8Array, boolean])[] = [
  ['UTF-8', utf8, false],
  ['UTF-8 with its mark', (text) => joined([0xef, 0xbb, 0xbf], utf8(text)), false],
  ['UTF-16 LE with its mark', (text) => joined([0xff, 0xfe], utf16(text, true)), false],
  ['UTF-16 BE with its mark', (text) => joined([0xfe, 0xff], utf16(text, false)), false],
  ['GBK', gbk, true],
  ['GB18030 with its mark', (text) => joined([0x84, 0x31, 0x95, 0x33], gbk(text)), false],
];

const broken: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['GBK once read as UTF-8 and saved', (text) => utf8(readAs('utf-8', gbk(text)))],
  ['UTF-8 once read as GBK and saved', (text) => utf8(readAs('gb18030', utf8(text)))],
  ['UTF-8 once read as GBK and saved as GBK', (text) => gbk(readAs('gb18030', utf8(text)))],
  ['UTF-8 once read as Latin and saved', (text) => utf8(latin(utf8(text)))],
  ['GBK once read as Latin and saved', (text) => utf8(latin(gbk(text)))],
  ['Big5', big5],
  ['UTF-16 without a mark', (text) => utf16(text, true)],
  ['GBK behind the mark of UTF-8', (text) => joined([0xef, 0xbb, 0xbf], gbk(text))],
];

describe('the bytes of a report file', () => {
  it.each(whole)('in %s are read as they were written; a guess says so', (_, encode, isGuessed) => {
    for (const name of names) {
      // What GBK has no place for is no matter of this test.
      const text = readAs('gb18030', gbk(textOf(name)));
      const read = readReportBytes(encode(text));
      expect(read.text).toBe(text);
      expect(read.parsed).toEqual(parseReportJson(text));
      expect(read.parsed.ok).toBe(true);
      expect(read.notice !== null).toBe(isGuessed);
    }
  });

  it.each(broken)('that are %s are refused, with what to do', (_, encode) => {
    for (const name of names) {
      const { parsed } = readReportBytes(encode(textOf(name)));
      if (parsed.ok) throw new Error(`${name} was taken`);
      expect(parsed.problems.length).toBeGreaterThan(0);
    }
  });

  it('2 000 times cut, damaged or with a lost character: nothing is adopted that holds one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom('cut', 'lost', 'escaped', 'byte'), (name, at, damage) => {
        const text = textOf(name);
        const chinese = [...text.matchAll(/\p{Script=Han}/gu)];
        const place = chinese[at % chinese.length]?.index ?? 0;
        const bytes = {
          cut: () => utf8(text).subarray(0, utf8(text.slice(0, place)).length + 1),
          lost: () => utf8(`${text.slice(0, place)}\uFFFD${text.slice(place + 1)}`),
          escaped: () => utf8(`${text.slice(0, place)}\\uFFFD${text.slice(place + 1)}`),
          byte: () => {
            const damaged = utf8(text);
            damaged[utf8(text.slice(0, place)).length + 1] = 0xff;
            return damaged;
          },
        }[damage]();
        expect(readReportBytes(bytes).parsed.ok).toBe(false);
      }),
      { numRuns: 2000, seed: 20_261_130 },
    );
  }, 60_000);

  it('says how many characters are lost', () => {
    const { parsed } = readReportBytes(utf8(textOf('pingtan2022').replace('公开', '\uFFFD\uFFFD')));
    expect(parsed.ok ? '' : parsed.problems.map((one) => problemLine(one)).join()).toContain('有 2 个读不出的字');
  });
});
