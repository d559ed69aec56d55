import { describe, expect, it } from 'vitest';
import { latestEditionOf } from '@/db/store';
import { overlayFrom } from '@/server/domain/checks';
import { quarters } from '@/server/domain/periods';
import { loadFilingForm, loadObstacles } from '@/server/queries/filing-form';
import { readEdition } from '@/server/views/edition-content';
import { publishReport } from '../../rehearsal/settle-report';
import { inADistrict } from '../../testing/in-a-district';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { submitFiling } from '../filing/submit-filing';

const reason = '本市由统计部门另行核对';
const overlay = overlayFrom(JSON.stringify({ version: '示例市 1', switchedOff: { 't3-col': reason } }));
/** A request granted that nobody made: it breaks the balance of its column and nothing else. */
const unbalanced = { 's3.granted.natural_person': 2, 's3.new_received.natural_person': 1 };

describe('a deployment that switches a rule off', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const withOverlay = (context: CommandContext): CommandContext => ({ ...context, overlay });
  const submit = async (clerk: CommandContext, filingId: string) => {
    const { hash } = await loadObstacles(clerk.store.read, clerk.actor, filingId, clerk.overlay);
    return submitFiling(clerk, { filingId, changeId: clerk.newId(), seenHash: hash });
  };

  it('submits what the rule would have stopped, and its form carries the overlay to the browser', async () => {
    const clerk = district().clerk();
    const { id } = await district().type(unbalanced);
    await expectRefused(submit(clerk, id), 'obstacles');
    expect((await loadFilingForm(clerk.store.read, clerk.actor, id, null)).overlay).toBeNull();
    const form = await loadFilingForm(clerk.store.read, clerk.actor, id, overlay);
    expect(overlayFrom(form.overlay)?.switchedOff).toEqual({ 't3-col': reason });
    expect((await submit(withOverlay(clerk), id)).number).toBe(1);
  });

  it('prints the rule with its reason, and the overlay’s version, in its editions', async () => {
    const key = { unitId: district().rootId, year: district().year, scope: 'consolidated' as const };
    for (const unit of [0, 1]) for (const quarter of quarters) await district().approve({}, { unit, quarter });
    const office = { admin: withOverlay(district().admin), reviewer: withOverlay(district().reviewer) };
    const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
    await publishReport(office, key, texts, () => '各单位均无此项工作，已逐一核实登记。');
    const edition = await latestEditionOf(district().store.read, key.unitId, key.year, key.scope);
    const { switchedOff, packVersion } = readEdition(edition?.content ?? '');
    expect([switchedOff, packVersion]).toEqual([[{ rule: 't3-col', reason }], expect.stringMatching(/ \+ 示例市 1$/)]);
  });
});
