import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFault, verifyPassword } from './passwords';

describe('T34: a password', () => {
  it.each([
    ['Xiangyang#2026', null],
    ['Xiangyang2026', null],
    ['年报公开信息ABCabc', null],
    ['Ab1#56789', '至少 10 位'],
    ['年报Ab1', '至少 10 位'],
    ['xiangyang2026', '三类'],
    ['XIANGYANGSHI', '三类'],
    ['my-ZhangSan-2026', '不能包含用户名'],
    ['😀😀😀😀😀Aa1', '至少 10 位'],
  ])('%s: %s', (password, fault) => {
    const found = passwordFault(password, 'zhangsan');
    if (fault === null) expect(found).toBeNull();
    else expect(found?.zh).toContain(fault);
  });

  it('is not compared with a user name so short that it would forbid half the alphabet', () => {
    expect(passwordFault('Xiangyang#2026', 'xi')).toBeNull();
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
