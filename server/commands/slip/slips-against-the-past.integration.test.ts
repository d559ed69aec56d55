import { describe, expect, it } from 'vitest';
import { findSlip, listExplanations, replaceCheckedFigures, updateSlip } from '@/db/store';
import { boundContents, type SlipExplanation, slipEffect, unanswered } from '@/server/domain/corrections';
import { count } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { loadSlipDesk } from '@/server/queries/slips';
import { inADistrict } from '../../testing/in-a-district';
import { expectRefused } from '../../testing/refusal-of';
import { lockQuarter } from '../office/lock-quarter';
import { acceptSlip } from './accept-slip';
import { signSlip } from './sign-slip';
import { writeSlip } from './write-slip';

const licences = 's2.licensing_decisions';
const format = getFormat('2021');

describe('a correction slip against the past of its unit', () => {
  const district = inADistrict({ powers: ['licensing'], openQuarters: [1] });
  const store = () => district().store;
  const clerk = () => district().clerk(0);

  /** A year of history about 218, and a first quarter of 2026 that is approved and locked. */
  async function lockedQuarter(): Promise<void> {
    for (const [at, value] of [218, 190, 260, 205].entries()) {
      const of = { filingId: `past ${at}`, unitId: district().unitIds[0] ?? '', year: 2025, quarter: at + 1, submissionNumber: 1 };
      const book = new Map(leafCells(format).map((cell) => [cell.id, count(cell.id === licences ? value : 0)]));
      await store().tx((tx) => replaceCheckedFigures(tx, of, book));
    }
    for (const unit of [0, 1]) await district().approve({ [licences]: 218 }, { unit, quarter: 1 });
    await lockQuarter(district().admin, { year: 2026, quarter: 1 });
  }

  const written = (raw: string) =>
    writeSlip(clerk(), {
      unitId: district().unitIds[0] ?? '',
      year: 2026,
      slip: null,
      changes: [{ quarter: 1, cell: licences, raw }],
      reason: '核对台账发现漏计许可决定。',
    });
  async function effectOf(slipId: string) {
    const slip = await findSlip(store().read, slipId);
    if (!slip) throw new Error('no such slip');
    const { books } = await loadSlipDesk(store().read, clerk().actor, slip, null);
    return slipEffect(books, slip, null);
  }
  async function sign({ slipId, version }: { slipId: string; version: number }, text: string | null): Promise<void> {
    const effect = await effectOf(slipId);
    const explanations = unanswered(effect).map(
      ({ quarter, finding }): SlipExplanation => ({
        filingId: quarter.filingId,
        rule: finding.rule,
        boundTo: finding.boundTo,
        text: text ?? '',
      }),
    );
    await signSlip(clerk(), { slipId, version, seen: boundContents(effect), ...(text === null ? {} : { explanations }) });
  }

  it('99999 where 218 is usual is asked as in a filing, and signed only with a real 说明', async () => {
    await lockedQuarter();
    const slip = await written('99999');
    expect(unanswered(await effectOf(slip.slipId)).map(({ finding }) => [finding.rule, finding.cells])).toEqual([['q-jump', [licences]]]);
    await expectRefused(sign(slip, null), 'obstacles');
    await expectRefused(sign(slip, '已核实无误'), 'invalid');
    expect((await findSlip(store().read, slip.slipId))?.status).toBe('draft');
    const why = '年内集中换发许可证九万余件。';
    await sign(slip, why);
    const [question] = (await effectOf(slip.slipId)).quarters.flatMap(({ questions }) => questions);
    expect(question?.said?.text).toBe(why);
    await acceptSlip(district().admin, { slipId: slip.slipId, version: slip.version });
    const { id } = await district().filing(0, 1);
    const kept = await listExplanations(store().read, { ownerType: 'filing', ownerId: id });
    expect(kept.map(({ rule, text }) => [rule, text])).toContainEqual(['q-jump', why]);
  });

  it('an ordinary correction is not asked, and is signed with the reason of the slip alone', async () => {
    await lockedQuarter();
    const slip = await written('221');
    expect(unanswered(await effectOf(slip.slipId))).toEqual([]);
    await sign(slip, null);
    expect((await findSlip(store().read, slip.slipId))?.status).toBe('signed');
  });

  it('a slip signed without a 说明, before the rules asked, is not put in force', async () => {
    await lockedQuarter();
    const slip = await written('221');
    await sign(slip, null);
    await store().tx((tx) => updateSlip(tx, slip.slipId, { changes: [{ quarter: 1, cell: licences, raw: '99999' }] }));
    await expectRefused(acceptSlip(district().admin, { slipId: slip.slipId, version: slip.version }), 'obstacles');
  });
});
