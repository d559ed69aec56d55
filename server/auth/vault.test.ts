import { expect, it } from 'vitest';
import { vaultOf } from './vault';

const vault = vaultOf('the key that seals session cookies');

it('opens what it locked, as what it was locked', () => {
  const locked = vault.lock('GEZDGNBVGY3TQOJQ', 'of zhangsan');
  expect(vault.open(locked, 'of zhangsan')).toBe('GEZDGNBVGY3TQOJQ');
  expect(locked).not.toContain('GEZDGNBV');
  expect(vault.lock('GEZDGNBVGY3TQOJQ', 'of zhangsan')).not.toBe(locked);
});

it('opens nothing by another key, as somebody else’s, or changed', () => {
  const locked = vault.lock('GEZDGNBVGY3TQOJQ', 'of zhangsan');
  const changed = Buffer.from(locked, 'base64url');
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(vaultOf('another key').open(locked, 'of zhangsan')).toBeNull();
  expect(vault.open(locked, 'of lisi')).toBeNull();
  expect(vault.open(changed.toString('base64url'), 'of zhangsan')).toBeNull();
  expect([vault.open('', 'of zhangsan'), vault.open('AAAA', 'of zhangsan')]).toEqual([null, null]);
});
