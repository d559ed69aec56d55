import { describe, expect, test } from 'vitest';
import { isOnWire, onWire, pack, packedForWire, readText, textForPage, unpack } from './index';

/** As the browser reads it. */
const sent = (value: unknown) => unpack(JSON.parse(JSON.stringify(pack(value))));

describe('a packed answer', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['one text', 'a'],
    [
      'texts that begin alike, and one in another',
      ['a', '', 'ab', 'abc', `${'x'.repeat(40)}1`, `${'x'.repeat(40)}2`, '😀😀', '😀😁', '1', '10'],
    ],
    ['a text, a number, yes', ['1', 1, true, 'true', null, 'null', -1, 0.5]],
    ['texts that look like what is inside', ['shape 0', 'part -1', 'part 0,1', { 'part -1': 'shape ' }]],
    ['an empty thing, an empty list', [{}, [], { a: {} }, { a: [] }]],
    ['things alike', { a: { x: 1, y: [1, 2] }, b: { x: 1, y: [1, 2] }, c: { y: [1, 2], x: 1 } }],
    ['keys that are numbers or have a meaning', JSON.parse('{"10":1,"2":{"__proto__":3,"constructor":null}}')],
    ['one list in another', [[[1], [1]], [[1]]]],
  ])('%s comes out as it went in, with its keys in order', (_, value) => {
    expect(JSON.stringify(sent(value))).toBe(JSON.stringify(value));
  });

  test('what JSON has no word for is what JSON makes of it', () => {
    const value = { a: undefined, b: [undefined, Number.NaN, -0], c: Number.POSITIVE_INFINITY };
    expect(JSON.stringify(sent(value))).toBe(JSON.stringify(value));
  });

  test('says once what is said often, and shares nothing when it is out', () => {
    const figure = { state: 'number', value: 12, decimals: 0 };
    const value = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`s3.granted.natural_person.${index}`, figure]));
    const both = { now: value, before: value };
    expect(JSON.stringify(pack(both)).length).toBeLessThan(JSON.stringify(both).length / 3);
    const out = sent(both) as typeof both;
    expect(out).toEqual(both);
    expect(out.now['s3.granted.natural_person.0']).not.toBe(out.before['s3.granted.natural_person.0']);
  });

  test('is one text for a page, packed before or not', () => {
    const figures = { now: { a: [1, 2] }, before: { a: [1, 2] } };
    expect(readText(textForPage(figures))).toEqual(figures);
    expect(textForPage(packedForWire({ ...figures }))).toBe(textForPage(figures));
  });

  test('goes packed when somebody asked for it, and else not', () => {
    const answer = packedForWire({ a: [1, 2] });
    const wire = onWire(answer);
    expect(isOnWire(wire) && unpack(wire.packed)).toEqual(answer);
    expect(onWire({ a: [1, 2] })).toBeNull();
    expect(isOnWire({ json: 1 })).toBe(false);
  });
});
