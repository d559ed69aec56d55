import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFault, verifyPassword } from './passwords';

const owner = { username: 'zhangsan', name: '张三', unitNames: ['襄阳市襄城区人民政府', '襄城区教育局'] };

describe('T34: a password', () => {
  it.each([
    ['Kafei-3-bei-cha', null],
    ['huangHe7liangAn', null],
    ['年报公开信息ABCabc', null],
    ['Ab1#56789', '至少 10 位'],
    ['年报Ab1', '至少 10 位'],
    ['xiangyang2026', '三类'],
    ['XIANGYANGSHI', '三类'],
    ['my-ZhangSan-2026', '不能包含用户名'],
    ['😀😀😀😀😀Aa1', '至少 10 位'],
    // What people take who have to have three kinds of characters.
    ['Password123!', '猜到'],
    ['P@ssw0rd2026', '猜到'],
    ['Aa123456!@', '猜到'],
    ['Qaz123456!', '猜到'],
    ['Abcd1234!@#$', '猜到'],
    ['Woaini1314!', '猜到'],
    // The product, the trade, and the office's own names in pinyin.
    ['Nianbao@2026', '猜到'],
    ['Admin@123456', '猜到'],
    ['Zwgk@2026!', '猜到'],
    ['Gongkai#2025', '猜到'],
    ['Xiangyang#2026', '猜到'],
    ['XiangCheng@1', '猜到'],
    ['Jiaoyuju@2026', '猜到'],
  ])('%s: %s', async (password, fault) => {
    const found = await passwordFault(password, owner, 'dengbao');
    if (fault === null) expect(found).toBeNull();
    else expect(found?.zh).toContain(fault);
  });

  it('is not compared with a user name so short that it would forbid half the alphabet', async () => {
    expect(await passwordFault('Kafei-3-xi-cha', { ...owner, username: 'xi' }, 'dengbao')).toBeNull();
  });

  it('of another office may be what this one is called', async () => {
    expect(await passwordFault('Xiangyang#2026', { ...owner, unitNames: ['示例区人民政府'] }, 'dengbao')).toBeNull();
  });

  it.each([
    ['correct horse battery', null],
    ['kafei san bei cha', null],
    ['Kafei-3-bei', '至少 15 位'],
    ['passwordpassword', '猜到'],
    ['zhangsan loves tea', '不能包含用户名'],
  ])('by the length that ASVS asks for: %s: %s', async (password, fault) => {
    const found = await passwordFault(password, owner, 'asvs');
    if (fault === null) expect(found).toBeNull();
    else expect(found?.zh).toContain(fault);
  });

  it('is kept as argon2id with at least 19 MiB and two passes, salted', async () => {
    const [one, two] = [await hashPassword('Xiangyang#2026'), await hashPassword('Xiangyang#2026')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect([await verifyPassword(one, 'Xiangyang#2026'), await verifyPassword(one, 'xiangyang#2026')]).toEqual([true, false]);
  });

  it('is never right for somebody who has none', async () => {
    for (const guess of ['', 'no person has this password']) expect(await verifyPassword(null, guess)).toBe(false);
  });
});
