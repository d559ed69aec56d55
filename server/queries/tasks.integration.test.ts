import { describe, expect, it } from 'vitest';
import { returnFiling } from '../commands/filing/return-filing';
import { unlockFiling } from '../commands/filing/unlock-filing';
import { writeComment } from '../commands/filing/write-comment';
import { inADistrict } from '../testing/in-a-district';
import { listTasks } from './tasks';

describe('what a clerk finds at home', () => {
  const district = inADistrict();
  const task = async (filingId: string) => {
    const { actor, now } = district().clerk();
    return (await listTasks(district().store.read, actor, now())).find((one) => one.filingId === filingId);
  };

  it('a return with its reason and who returned it', async () => {
    const { filing } = await district().submit();
    expect((await task(filing.id))?.returned).toBeNull();
    await returnFiling(district().reviewer, {
      filingId: filing.id,
      submissionNumber: 1,
      reason: '请核对台账',
      remarks: [{ anchor: 'text', text: '请补充材料。' }],
    });
    expect((await task(filing.id))?.returned).toEqual({
      by: district().reviewer.actor.name,
      reason: '请核对台账',
      isUnlocked: false,
    });
  });

  it('an approved quarter that was unlocked is told for what it is', async () => {
    const approved = await district().approve({});
    await unlockFiling(district().admin, { filingId: approved.filing.id, submissionNumber: 1, reason: '数据需要重新核对后再报' });
    expect((await task(approved.filing.id))?.returned).toMatchObject({ reason: '数据需要重新核对后再报', isUnlocked: true });
  });

  it('what a colleague said that is not settled, and nothing of the own', async () => {
    const { filing } = await district().submit();
    await writeComment(district().clerk(), { filingId: filing.id, anchor: 'text', text: '我自己的话' });
    expect((await task(filing.id))?.said).toBeNull();
    await writeComment(district().reviewer, { filingId: filing.id, anchor: 'text', text: '请补一句。' });
    expect((await task(filing.id))?.said).toEqual({ by: district().reviewer.actor.name, text: '请补一句。', count: 1 });
  });
});
