import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endPost, endSession, insertSession } from '@/db/store';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { workOf } from '../../work';
import type { InputOf, JobName, OutputOf } from '../../work/jobs';
import type { CommandContext } from '../command';
import { exportFilingCheck } from './export-filing-check';
import { exportReport } from './export-report';
import { exportReportCheck } from './export-report-check';

describe('a file does not leave for somebody who lost the right to it while it was made', () => {
  const district = inADistrict();

  const files: Record<string, (context: CommandContext) => Promise<unknown>> = {
    'a face': (context) => exportReport(context, { ...key(), edition: 'draft', kind: 'json' }),
    'the checks of a report': (context) => exportReportCheck(context, { ...key(), kind: 'html' }),
    'the checks of a filing': async (context) => exportFilingCheck(context, { filingId: (await district().filing()).id, kind: 'html' }),
  };
  const key = () => ({ unitId: district().unitIds[0] ?? '', year: district().year, scope: 'own_organ' as const });

  /** Somebody signed in, to whom something happens once the file is made. */
  async function meanwhile(happens: (of: { sid: string; postIds: string[] }) => Promise<unknown>): Promise<CommandContext> {
    const { admin, store } = district();
    const sid = randomUUID();
    await store.tx((tx) => insertSession(tx, { id: sid, userId: admin.actor.userId, at: admin.now() }));
    const here = workOf(admin);
    return {
      ...admin,
      actor: { ...admin.actor, sessionId: sid },
      work: {
        async do<N extends JobName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
          const made = await here.do(name, input);
          await happens({ sid, postIds: admin.actor.posts.map(({ id }) => id) });
          return made;
        },
      },
    };
  }

  for (const [what, take] of Object.entries(files)) {
    it(`${what}: the post has ended`, async () => {
      const { store, admin } = district();
      const context = await meanwhile(({ postIds }) =>
        store.tx(async (tx) => {
          for (const id of postIds) await endPost(tx, id, admin.now());
        }),
      );
      expect(await kindsOf(store, () => expectRefused(take(context), 'not_found'))).toEqual(['refused']);
    });

    it(`${what}: the session has ended`, async () => {
      const { store, admin } = district();
      const context = await meanwhile(({ sid }) => store.tx((tx) => endSession(tx, sid, admin.now())));
      expect(await kindsOf(store, () => expectRefused(take(context), 'not_signed_in'))).toEqual(['refused']);
    });
  }

  it('and leaves for somebody who has it still', async () => {
    const context = await meanwhile(async () => undefined);
    expect(await kindsOf(district().store, () => files['a face']?.(context) ?? Promise.reject())).toEqual(['report.exported']);
  });
});
