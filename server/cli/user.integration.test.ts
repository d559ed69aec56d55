import { afterAll, beforeAll, expect, it } from 'vitest';
import { findSecondFactor, insertSecondFactor, listEvents, readSetting, writeSetting } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { anOffice, type Office } from '@/server/backup/testing/an-office';
import { keepAddress } from '@/server/boot/keep-address';
import { runCli } from './testing/run-cli';

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.remove());

it('takes the second factor of an only administrator away, for a reason that the log keeps', async () => {
  const { userId } = office.district.people.admin;
  const open = () => openStore(office.place);
  const store = await open();
  await store.tx((tx) => insertSecondFactor(tx, { userId, sealedSecret: 'sealed', lastStep: 1, setAt: new Date() }));
  await store.close();
  const reset = (...args: string[]) => runCli(['user', 'reset-second-factor', ...args], { NIANBAO_DATA: office.place.dataFolder });
  const reason = '手机丢失，本人到机房核实。';
  expect(await reset('admin', '--reason', '已核实')).toMatchObject({ code: 2, stderr: expect.stringContaining('请写明具体原因') });
  expect(await reset('nobody', '--reason', reason)).toMatchObject({ code: 2, stderr: expect.stringContaining('没有用户名为“nobody”') });
  expect(await reset('admin', '--reason', reason)).toMatchObject({ code: 0, stdout: expect.stringContaining('已重置“admin”的两步验证') });
  expect((await reset('admin', '--reason', reason)).code).toBe(2);
  const after = await open();
  expect(await findSecondFactor(after.read, userId)).toBeNull();
  const events = await listEvents(after.read, { after: 0, limit: 1000 });
  expect(events.filter((event) => event.kind === 'person.second_factor_reset')).toMatchObject([
    { actorId: 'console', objectId: userId, reason, payload: { userId } },
  ]);
  await after.close();
});

it('takes it away where the three are three people too', async () => {
  const userId = office.district.clerks[0]?.userId ?? '';
  const store = await openStore(office.place);
  await store.tx(async (tx) => {
    await insertSecondFactor(tx, { userId, sealedSecret: 'sealed', lastStep: 1, setAt: new Date() });
    await writeSetting(tx, 'threeRoles', true);
  });
  await store.close();
  const asked = ['user', 'reset-second-factor', 'clerk0', '--reason', '手机丢失，本人到机房核实。'];
  const told = await runCli(asked, { NIANBAO_DATA: office.place.dataFolder });
  const after = await openStore(office.place);
  await after.tx((tx) => writeSetting(tx, 'threeRoles', false));
  expect([told.stderr, told.code, await findSecondFactor(after.read, userId)]).toEqual(['', 0, null]);
  await after.close();
});

it('asks nobody for a second factor any more, where the three are three people too', async () => {
  const store = await openStore(office.place);
  await store.tx(async (tx) => {
    await writeSetting(tx, 'secondFactorPolicy', 'admins');
    await writeSetting(tx, 'threeRoles', true);
  });
  await store.close();
  const end = (...args: string[]) => runCli(['user', 'second-factor-policy', ...args], { NIANBAO_DATA: office.place.dataFolder });
  const reason = '服务器时间有误，全体管理员无法登录。';
  expect((await end('admins', '--reason', reason)).code).toBe(2);
  expect((await end('nobody', '--reason', '进不去')).code).toBe(2);
  const told = await end('nobody', '--reason', reason);
  const after = await openStore(office.place);
  expect([told.stderr, told.code, await readSetting(after.read, 'secondFactorPolicy')]).toEqual(['', 0, 'nobody']);
  const events = await listEvents(after.read, { kindPrefix: 'person.second_factor_policy_set', limit: 10 });
  expect(events).toMatchObject([{ actorId: 'console', reason, payload: { before: 'admins', after: 'nobody' } }]);
  await after.close();
});

it('a link leads to where the data was last served, and to the address that is configured before that', async () => {
  const store = await openStore(office.place);
  await keepAddress(store, 'http://127.0.0.1:4810');
  await store.close();
  const reset = async (env: Record<string, string>) =>
    (await runCli(['user', 'reset', 'clerk0'], { NIANBAO_DATA: office.place.dataFolder, ...env })).stdout;
  expect(await reset({})).toMatch(/^http:\/\/127\.0\.0\.1:4810\/link\/\S+\n$/);
  expect(await reset({ NEXTAUTH_URL: 'https://nianbao.example' })).toMatch(/^https:\/\/nianbao\.example\/link\/\S+\n$/);
});
