import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { mergeFacts, mergeOrder } from './merge-facts';

interface Facts {
  name: string;
  kind: string;
  powers: readonly string[];
  askedOf: readonly string[] | null;
}

const base: Facts = { name: '一局', kind: 'department', powers: ['fees'], askedOf: null };

describe('two people change one record', () => {
  it('one ticks 行政处罚, the other 行政事业性收费: both stay', () => {
    const seen = { ...base, powers: [] };
    const first = mergeFacts<Facts>({ stored: seen, seen, wanted: { ...seen, powers: ['penalty'] } });
    expect(first).toEqual({ change: { powers: ['penalty'] }, conflicts: [] });
    const second = mergeFacts<Facts>({ stored: { ...seen, ...first.change }, seen, wanted: { ...seen, powers: ['fees'] } });
    expect(second).toEqual({ change: { powers: ['penalty', 'fees'] }, conflicts: [] });
  });

  it('on the same fact with different values it is a conflict that tells both; with the same value it is done', () => {
    const stored = { ...base, kind: 'street' };
    expect(mergeFacts<Facts>({ stored, seen: base, wanted: { ...base, kind: 'office' } })).toEqual({
      change: {},
      conflicts: [{ fact: 'kind', stored: 'street', wanted: 'office' }],
    });
    expect(mergeFacts<Facts>({ stored, seen: base, wanted: { ...base, kind: 'street' } })).toEqual({ change: {}, conflicts: [] });
  });

  it('all units or some: one choice against the other is a conflict, not a list', () => {
    const stored = { ...base, askedOf: ['a'] };
    expect(mergeFacts<Facts>({ stored, seen: base, wanted: { ...base, askedOf: ['b'] } }).conflicts).toEqual([
      { fact: 'askedOf', stored: ['a'], wanted: ['b'] },
    ]);
  });

  it('of 3,000 pairs of edits none undoes another: each fact is as whoever changed it left it, or the second is told', () => {
    const wrong: unknown[] = [];
    const kinds = ['office', 'department', 'street'];
    const all = ['penalty', 'fees', 'licence', 'forced'];
    for (let seed = 0; seed < 3000; seed += 1) {
      const random = seededRandom(seed);
      const some = () => all.filter(() => random.chance(0.5));
      const seen: Facts = { name: '一局', kind: random.pick(kinds), powers: some(), askedOf: null };
      const edit = (): Facts => ({
        ...seen,
        name: random.chance(0.3) ? random.pick(['甲局', '乙局']) : seen.name,
        kind: random.chance(0.3) ? random.pick(kinds) : seen.kind,
        powers: random.chance(0.5) ? some() : seen.powers,
      });
      const [a, b] = [edit(), edit()];
      const one = mergeFacts<Facts>({ stored: seen, seen, wanted: a });
      const between = { ...seen, ...one.change };
      const two = mergeFacts<Facts>({ stored: between, seen, wanted: b });
      const end = { ...between, ...two.change };
      for (const fact of ['name', 'kind'] as const) {
        const byBoth = a[fact] !== seen[fact] && b[fact] !== seen[fact] && a[fact] !== b[fact];
        const right = b[fact] !== seen[fact] && !byBoth ? b[fact] : a[fact];
        if (end[fact] !== right || two.conflicts.some((conflict) => conflict.fact === fact) !== byBoth)
          wrong.push({ seed, fact, a, b, end });
      }
      for (const power of all) {
        const [was, inA, inB] = [seen, a, b].map((record) => record.powers.includes(power));
        const right = inA !== was ? inA : inB;
        if (end.powers.includes(power) !== right) wrong.push({ seed, power, a, b, end });
      }
      if (one.conflicts.length > 0) wrong.push({ seed, first: one });
    }
    expect(wrong).toEqual([]);
  });
});

describe('two people order one list', () => {
  const order = (stored: string, seen: string, wanted: string) =>
    mergeOrder({ stored: [...stored], seen: [...seen], wanted: [...wanted] })?.join('') ?? null;

  it('one moves and the other adds or takes away: both stay', () => {
    expect(order('abcd', 'abc', 'cab')).toBe('cabd');
    expect(order('cab', 'abc', 'abcd')).toBe('cabd');
    expect(order('cab', 'abc', 'adbc')).toBe('cadb');
    expect(order('ac', 'abc', 'cba')).toBe('ca');
    expect(order('acb', 'abc', 'ac')).toBe('ac');
    expect(order('abc', 'abc', 'cab')).toBe('cab');
  });

  it('both move: the same is done already, another is a conflict', () => {
    expect(order('bac', 'abc', 'bac')).toBe('bac');
    expect(order('bac', 'abc', 'acb')).toBeNull();
    expect(order('bac', 'abc', 'abc')).toBe('bac');
  });

  it('of 3,000 pairs nothing is lost or doubled, and who moved nothing moves nothing', () => {
    const wrong: unknown[] = [];
    for (let seed = 0; seed < 3000; seed += 1) {
      const random = seededRandom(seed);
      const seen = [...'abcdef'].slice(0, random.integer(0, 6));
      const edited = (fresh: string) => {
        const list = seen.filter(() => random.chance(0.8));
        if (random.chance(0.5)) list.splice(random.integer(0, list.length), 0, fresh);
        const isMoved = random.chance(0.4) && list.length > 1;
        if (isMoved) list.push(...list.splice(0, 1));
        return list;
      };
      const [stored, wanted] = [edited('x'), edited('y')];
      const merged = mergeOrder({ stored, seen, wanted });
      const expected = new Set(
        [...stored, ...wanted].filter((key) => !seen.includes(key) || (stored.includes(key) && wanted.includes(key))),
      );
      const common = seen.filter((key) => stored.includes(key) && wanted.includes(key));
      const among = (list: readonly string[]) => list.filter((key) => common.includes(key)).join('');
      const moved = [stored, wanted].filter((list) => among(list) !== common.join(''));
      const fine =
        merged === null
          ? moved.length === 2 && among(stored) !== among(wanted)
          : merged.length === expected.size &&
            merged.every((key) => expected.has(key)) &&
            among(merged) === (moved[0] ? among(moved[0]) : common.join(''));
      if (!fine) wrong.push({ seen, stored, wanted, merged });
    }
    expect(wrong).toEqual([]);
  });
});
