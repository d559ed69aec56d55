import { insertSession, type Store, updatePerson } from '@/db/store';
import { hashPassword } from '@/server/auth/passwords';
import { saveReportFact } from '@/server/commands/report/save-report-fact';
import { addPlayer } from '@/server/rehearsal/players';
import { settleReport } from '@/server/rehearsal/settle-report';
import { aFact } from '@/server/testing/a-large-office';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { longText } from '../editor/long-text';
import { root, seedYear, year } from '../roll-up/seed-year';

export const finished = { unitId: root, year, scope: 'consolidated' as const };
export const password = 'Xiangyang#2026';

/** A year of so many units, every quarter approved, whose report of some fifteen pages has nothing in its way: what is finalised. */
export async function seedFinished(store: Store, secret: string, size: { units: number; cells: number }): Promise<string> {
  await store.fill(() => seedYear(store, { ...size, isTyped: false }));
  const clock = () => new Date();
  const office = await addPlayer(store, { username: 'office', name: '管理员', unitId: root, role: 'admin' }, clock);
  const second = await addPlayer(store, { username: 'second', name: '第二人', unitId: root, role: 'reviewer' }, clock);
  const texts = {
    preamble: '本报告按照《中华人民共和国政府信息公开条例》的规定编制。',
    '1': longText(),
    '5': '（一）存在问题。',
    '6': '无。',
  };
  await saveReportFact(office, { ...finished, id: null, seen: null, fact: aFact });
  await settleReport({ admin: office, reviewer: second }, finished, texts, () => '该单位本年度机构调整，已书面说明。');
  const { userId } = office.actor;
  const passwordHash = await hashPassword(password);
  await store.tx(async (tx) => {
    await updatePerson(tx, userId, { passwordHash });
    await insertSession(tx, { id: 'session', userId, at: clock() });
  });
  return sealedCookie('session', secret);
}
