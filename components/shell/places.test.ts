import { describe, expect, it } from 'vitest';
import { isPlaceOf, places, placesOf, referencePlaces } from './places';

const keysFor = (...roles: Parameters<typeof placesOf>[0]) => placesOf(roles).map((place) => place.key);
const placeAt = (path: string) => places.filter((place) => isPlaceOf(place, path)).map((place) => place.key);

describe('the navigation', () => {
  it('gives each role the places of its day', () => {
    expect(keysFor('clerk')).toEqual(['tasks', 'reports', 'trends', 'slips', 'rules']);
    expect(keysFor('head')).toEqual(['overview', 'tasks', 'reports', 'trends', 'slips', 'rules']);
    expect(keysFor('reviewer')).toEqual(['review', 'board', 'reports', 'trends', 'slips', 'rules', 'check']);
    expect(keysFor('admin')).toEqual(['overview', 'review', 'board', 'reports', 'trends', 'slips', 'office', 'rules', 'check']);
    expect(keysFor('auditor')).toEqual(['board', 'reports', 'trends', 'slips', 'rules', 'check', 'audit']);
  });

  it('names a place once for a person with two posts', () => {
    expect(keysFor('clerk', 'reviewer')).toEqual(['tasks', 'review', 'board', 'reports', 'trends', 'slips', 'rules', 'check']);
  });

  it('ends with what is looked up and checked against, together', () => {
    for (const role of ['clerk', 'head', 'reviewer', 'admin', 'auditor'] as const) {
      const isReference = placesOf([role]).map((place) => referencePlaces.has(place.key));
      expect(isReference, role).toEqual(isReference.toSorted());
    }
  });

  it('counts the form of a filing among the tasks, and no page among two places', () => {
    expect(placeAt('/filings/42')).toEqual(['tasks']);
    expect(placeAt('/reports/u/2026')).toEqual(['reports']);
    expect(placeAt('/review')).toEqual(['review']);
    expect(placeAt('/reviewers')).toEqual([]);
  });
});
