import { describe, expect, it } from 'vitest';
import type { OwnReport, ReportStanding } from '@/server/views/own-reports-view';
import { askStandings, countEditions, type KnownReport } from './ask-standings';

const report = (unitId: string, edition: number | null = null): OwnReport => ({ unitId, organ: unitId, edition });
const standing = (edition: number | null = null) => ({ edition, isFinal: false, isReady: true }) as ReportStanding;

/** Two pages of two; what the walk made known of them. */
async function walk(given: Partial<Parameters<typeof askStandings>[1]> = {}) {
  const pages = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  const known: string[] = [];
  let all = 4;
  const end = await askStandings(
    { reports: ['a', 'b'].map((one) => report(one)), all },
    {
      done: new Set(),
      askPage: async (page) => ({
        reports: (pages[page - 1] ?? []).map((one) => report(one)),
        page: { page, pages: 2, of: 4 },
        all: 4,
      }),
      askStanding: async () => standing(),
      isOver: () => false,
      onKnown: ({ unitId, standing: said }) => known.push(said === 'failed' ? `${unitId} failed` : unitId),
      onAll: (now) => {
        all = now;
      },
      ...given,
    },
  ).then(
    () => 'whole',
    (error: Error) => error.message,
  );
  return { end, known, all };
}

describe('asking how far all reports are', () => {
  it('goes through every page', async () => {
    expect(await walk()).toEqual({ end: 'whole', known: ['a', 'b', 'c', 'd'], all: 4 });
  });

  it('goes on after one that could not be checked', async () => {
    const askStanding = async (unitId: string) => (unitId === 'b' ? Promise.reject(new Error('lost')) : standing());
    expect((await walk({ askStanding })).known).toEqual(['a', 'b failed', 'c', 'd']);
  });

  it('says that it stopped where a page could not be asked for', async () => {
    const askPage = () => Promise.reject(new Error('lost'));
    expect(await walk({ askPage })).toMatchObject({ end: 'lost', known: ['a', 'b'] });
  });

  it('is whole when there are fewer than the list said', async () => {
    const askPage = async (page: number) => ({ reports: [report('a'), report('b')], page: { page, pages: 1, of: 2 }, all: 2 });
    expect(await walk({ askPage })).toEqual({ end: 'whole', known: ['a', 'b'], all: 2 });
  });
});

describe('the count of editions', () => {
  const known = (edition: number | null, said: KnownReport['standing']): KnownReport => ({ ...report('x', edition), standing: said });

  it('counts an edition once, though the list says it already and the row was asked before', () => {
    const rows = [known(null, standing(1)), known(null, standing(1)), known(2, 'failed')];
    expect(countEditions(rows, 3)).toBe(3);
  });

  it('counts one that was made after the list', () => {
    expect(countEditions([known(null, standing(1)), known(1, standing(1))], 1)).toBe(2);
  });

  it('counts those that the list knows before they are asked again', () => {
    expect(countEditions([known(null, standing(null))], 1)).toBe(1);
  });
});
