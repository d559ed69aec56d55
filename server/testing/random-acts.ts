import { type Filing, findFigure, listSubmissions, listUnits } from '@/db/store';
import { approveFiling } from '../commands/filing/approve-filing';
import { openReview } from '../commands/filing/open-review';
import { recallFiling } from '../commands/filing/recall-filing';
import { restateOpening } from '../commands/filing/restate-opening';
import { returnFiling } from '../commands/filing/return-filing';
import { takeBackApproval } from '../commands/filing/take-back-approval';
import { undoUnlock } from '../commands/filing/undo-unlock';
import { unlockFiling } from '../commands/filing/unlock-filing';
import { changeUnit } from '../commands/office/change-unit';
import { closeUnits } from '../commands/office/close-units';
import { setOpenings } from '../commands/office/set-openings';
import type { Quarter } from '../domain/periods';
import type { seededRandom } from '../domain/seeded-random';
import type { FilingStatus } from '../domain/workflow';
import { Refused } from '../errors';
import { type District, typeCell } from './a-district';

/** Of a district whose last two units file no second quarter, so that the one can close into the other. */
export const randomWalk = { units: 5, closing: 3 } as const;

const { units, closing } = randomWalk;
const reason = '核对台账后发现，按实际情况更正。';
const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const carriedOut = 's3.carried_out.natural_person';

/**
 * What chance does to a district: acts that say whether there was anything that they could be done to, and may be refused; and `some`, which acts on
 * one of the quarters that stand so.
 */
export function randomActs(district: District, random: ReturnType<typeof seededRandom>) {
  const { admin, reviewer, secondReviewer, store, year, unitIds } = district;
  const unit = () => random.integer(0, units - 1);
  const some = async (statuses: readonly FilingStatus[], act: (filing: Filing, unit: number) => Promise<unknown>) => {
    const all: { filing: Filing; at: number }[] = [];
    for (let at = 0; at < units; at += 1)
      for (const quarter of at < closing ? ([1, 2] as const) : ([1] as const)) {
        const filing = await district.filing(at, quarter);
        if (statuses.includes(filing.status)) all.push({ filing, at });
      }
    if (all.length === 0) return false;
    const { filing, at } = random.pick(all);
    await act(filing, at);
    return true;
  };
  const figures = () => {
    const received = random.pick([1, 2, 3, 40]);
    return { [granted]: received, 's3.new_received.natural_person': received };
  };
  const acts = {
    submit: () => some(['open', 'returned'], ({ quarter }, at) => district.submit(figures(), { unit: at, quarter: quarter as Quarter })),
    approve: () =>
      some(['submitted', 'in_review'], async ({ id }) => {
        const newest = (await listSubmissions(store.read, id)).at(-1);
        await approveFiling(reviewer, { filingId: id, submissionNumber: newest?.number ?? 0, seenHash: newest?.hash ?? '' });
      }),
    takeBack: () =>
      some(['approved'], ({ id, submissionNumber }) => takeBackApproval(reviewer, { filingId: id, submissionNumber, reason })),
    open: () => some(['submitted'], ({ id }) => openReview(secondReviewer, { filingId: id })),
    return: () =>
      some(['submitted', 'in_review'], ({ id, submissionNumber }) =>
        returnFiling(reviewer, { filingId: id, submissionNumber, reason, remarks: [{ anchor: 'text', text: '请补充材料。' }] }),
      ),
    recall: () => some(['submitted'], ({ id }, at) => recallFiling(district.clerk(at), { filingId: id })),
    unlock: () => some(['approved'], ({ id, submissionNumber }) => unlockFiling(admin, { filingId: id, submissionNumber, reason })),
    undoUnlock: () => some(['returned'], ({ id }) => undoUnlock(admin, { filingId: id })),
    // What the quarter before closes with moves what waits after it, also while nobody has approved it.
    type: () =>
      some(['open', 'returned'], async ({ id }, at) => {
        const cell = random.pick([carriedOut, carriedOut, received]);
        const stored = await findFigure(store.read, id, cell);
        await typeCell(district.clerk(at), id, { cell, raw: random.pick(['0', '1', '2']), baseVersion: stored?.version ?? 0 });
      }),
    restate: () =>
      some(['open', 'returned'], ({ id }, at) =>
        restateOpening(district.clerk(at), { filingId: id, cell: 's3.carried_in.natural_person', raw: random.pick(['0', '1']), reason }),
      ),
    openings: async () => {
      await setOpenings(admin, {
        ...{ unitId: unitIds[unit()] ?? '', year, reason: '上年度已发布年报所列期末数' },
        values: [{ cell: 's3.carried_in.natural_person', raw: random.pick(['0', '1']) }],
      });
      return true;
    },
    change: async () => {
      const [first] = (await listUnits(store.read)).filter((one) => one.id === unitIds[unit()]);
      await changeUnit(admin, { unitId: first?.id ?? '', change: { powers: random.pick([[], ['licensing'], ['penalty']]) } });
      return true;
    },
    close: async () => {
      await closeUnits(admin, {
        ...{ unitIds: [unitIds[closing] ?? ''], closesOn: `${year}-03-31` },
        into: { unitId: unitIds[closing + 1] ?? '' },
      });
      return true;
    },
  };
  return { acts, some };
}

type Acts = Readonly<Record<string, () => Promise<boolean>>>;

/** What happens to submissions before chance decides, so that there is something to decide on. */
export const firstOfSubmissions = [
  ...(['restate', 'submit', 'submit', 'submit', 'recall', 'submit', 'return', 'approve', 'takeBack', 'approve'] as const),
  ...(['unlock', 'type', 'change'] as const),
];
/** What has to have been done to submissions by the end of such a walk. */
export const neededOfSubmissions = [...new Set([...firstOfSubmissions, 'close'])];

/**
 * One act after the other: the first as they are named, then by chance, the frequent ones more often; two units become one ten steps before the end.
 * An act that is refused has done nothing.
 *
 * @returns the names of the acts, each once it is over; and what was done so far, by name
 */
export function walkAtRandom<A extends Acts>(
  acts: A,
  of: {
    random: ReturnType<typeof seededRandom>;
    steps: number;
    first: readonly (keyof A & string)[];
    often: readonly (keyof A & string)[];
  },
): { walked: AsyncGenerator<{ step: number; name: string }>; done: ReadonlySet<string> } {
  const done = new Set<string>();
  const names = (Object.keys(acts) as (keyof A & string)[]).filter((name) => name !== 'close');
  async function* walk() {
    for (let step = 0; step < of.steps; step += 1) {
      const name = of.first[step] ?? (step === of.steps - 10 ? 'close' : of.random.pick([...names, ...of.often]));
      try {
        if (await acts[name]?.()) done.add(name);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
      yield { step, name };
    }
  }
  return { walked: walk(), done };
}
