import { describe, expect, it } from 'vitest';
import { type MeantReport, misfitsOf } from './fits-report';

const meant: MeantReport = { organ: '示例区人民政府', year: 2025, scopes: ['consolidated', 'own_organ'], isSameOrgan: false };
const file = { organ: '示例区人民政府办公室', year: 2025, scope: 'own_organ' as const };
const where = (content: Partial<typeof file>, more: Partial<MeantReport> = {}) =>
  misfitsOf({ ...file, ...content }, { ...meant, ...more }).map((one) => one.where);

describe('a file that is to be adopted', () => {
  it('fits when year, scope and organ are those that are meant', () => expect(where({})).toEqual([]));
  it('of another year is named by year, unless any year will do', () => {
    expect([where({ year: 2024 }), where({ year: 2024 }, { year: null })]).toEqual([['year'], []]);
  });
  it('of a scope the unit has no report of is named by scope', () => {
    expect(where({}, { scopes: ['consolidated'] })).toEqual(['scope']);
  });
  it('of another organ is named by organ, unless somebody says that it is the same', () => {
    const other = { organ: '某某市林业和草原局' };
    expect([where(other), where(other, { isSameOrgan: true })]).toEqual([['organ'], []]);
  });
  it('that is wrong in everything is told everything at once', () => {
    expect(where({ organ: '某某市林业和草原局', year: 2020 }, { scopes: ['consolidated'] })).toEqual(['year', 'scope', 'organ']);
  });
});
