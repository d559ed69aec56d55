import { describe, expect, it } from 'vitest';
import { requireSafeSqlite } from './sqlite-version';

describe('T48: the SQLite that is started with', () => {
  it.each(['3.51.2', '3.51', '3.50.9', '3.7.0', '2.99.99', 'unknown', ''])('%s is refused, with what to do', (version) => {
    expect(() => requireSafeSqlite(version)).toThrow(/3\.51\.3 or newer is needed/);
  });

  it.each(['3.51.3', '3.51.10', '3.52.0', '3.53.2', '4.0.0'])('%s is taken', (version) => {
    expect(() => requireSafeSqlite(version)).not.toThrow();
  });
});
