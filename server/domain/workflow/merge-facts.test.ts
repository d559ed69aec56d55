import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { mergeFacts } from './merge-facts';

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
