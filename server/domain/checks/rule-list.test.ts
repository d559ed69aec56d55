import { describe, expect, it } from 'vitest';
import { checks, parseOverlay } from '.';
import { listRules } from './rule-list';

describe('the list of rules', () => {
  it('has every rule of the pack once, in order, in two languages, with what its failing example is told', () => {
    const rules = listRules();
    expect(rules.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    for (const { id, sentence, source, passing, failing } of rules) {
      expect(sentence.zh, id).toMatch(/。$/);
      expect(sentence.en, id).toMatch(/\.$/);
      expect(source, id).not.toBe('');
      expect(passing.says, `${id} says of its passing example`).toBeNull();
      expect(failing.says, `${id} says of its failing example`).not.toBeNull();
      expect([...passing.lines, ...failing.lines].every((line) => line.zh !== '' && line.en !== '')).toBe(true);
    }
  });

  it('says what a deployment switched off, which limits it set, and what it added', () => {
    const parsed = parseOverlay(
      JSON.stringify({
        version: '1',
        switchedOff: { 'x-stock': '清理年度，另行核对' },
        thresholds: { jumpFactor: 3, overviewCharacters: 1500 },
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const rules = listRules(parsed.overlay);
    const rule = (id: string) => rules.find((one) => one.id === id);
    expect(rule('x-stock')?.switchedOff).toBe('清理年度，另行核对');
    expect(rule('x-jump')?.sentence.zh).toContain('超过 3 倍');
    expect(rule('n-len')?.sentence.en).toContain('1500');
  });
});
