import { describe, expect, it } from 'vitest';
import { aValidReport } from '../../testing/a-valid-report';
import { runChecks } from '..';
import { aSubject, bookOf } from '../example-subject';
import { standardThresholds } from '../thresholds';
import type { Overlay } from './overlay';
import { parseOverlay } from './parse-overlay';

const subset = {
  id: 'c-third-party',
  sentence: { zh: '因保护第三方而不予公开的，不多于新收的申请。', en: 'Denials for third parties are no more than the requests received.' },
  severity: 'confirm',
  source: '示例市政务公开评分细则（2026）',
  left: ['s3.denied_third_party_rights.total'],
  comparison: '<=',
  right: ['s3.new_received.total', 's3.carried_in.total'],
  examples: {
    passing: {
      title: '2 of 3',
      figures: { 's3.denied_third_party_rights.total': 2, 's3.new_received.total': 2, 's3.carried_in.total': 1 },
    },
    failing: {
      title: '4 of 3',
      figures: { 's3.denied_third_party_rights.total': 4, 's3.new_received.total': 2, 's3.carried_in.total': 1 },
    },
    blank: { title: '上年结转 is not known', figures: { 's3.denied_third_party_rights.total': 4, 's3.new_received.total': 2 } },
  },
};

function overlayOf(content: object): Overlay {
  const parsed = parseOverlay(JSON.stringify({ version: '示例市 1', ...content }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.overlay;
}

function placesOf(content: unknown): string[] {
  const parsed = parseOverlay(typeof content === 'string' ? content : JSON.stringify(content));
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.where);
}

describe('an overlay', () => {
  it('that says nothing changes nothing', () => {
    expect(overlayOf({})).toEqual({
      version: '示例市 1',
      text: '{"version":"示例市 1"}',
      switchedOff: {},
      thresholds: standardThresholds,
      added: [],
    });
  });

  it('switches a rule off with its reason, and its version stands behind that of the pack', () => {
    const subject = aSubject({ figures: bookOf(aSubject().format, { 's4.review.total': 3 }) });
    const run = runChecks(subject, { overlay: overlayOf({ switchedOff: { 'b-blank': '表四由市里另行核对' } }) });
    expect(run.switchedOff).toEqual([{ rule: 'b-blank', reason: '表四由市里另行核对' }]);
    expect(run.findings).toEqual([]);
    expect(run.packVersion).toMatch(/ \+ 示例市 1$/);
  });

  it('sets a limit: 51 of 100 is much at one half, and not at 55 %', () => {
    const { format } = aSubject();
    const share = {
      's3.other_no_correction.total': 0,
      's3.other_fee_unpaid.total': 0,
      's3.other_misc.total': 51,
      's3.result_total.total': 100,
    };
    const found = (overlay: Overlay | null) =>
      runChecks(aSubject({ figures: bookOf(format, share) }), { overlay }).findings.filter(({ rule }) => rule === 't3-other');
    expect(found(null)).toHaveLength(1);
    expect(found(overlayOf({ thresholds: { otherShare: 0.55 } }))).toEqual([]);
    expect(found(overlayOf({ thresholds: { otherShare: 0.4 } }))[0]?.message.zh).toContain('高于 40%');
  });

  it('adds a rule that is run with the others and says both sides', () => {
    const { format, content } = aValidReport(4);
    const overlay = overlayOf({ rules: [subset] });
    expect(runChecks(aSubject({ ...content, format }), { overlay }).findings.filter(({ rule }) => rule.startsWith('c-'))).toEqual([]);
    const failing = aSubject({ figures: bookOf(format, subset.examples.failing.figures as Record<string, number>) });
    const [finding] = runChecks(failing, { overlay }).findings.filter(({ rule }) => rule === 'c-third-party');
    expect(finding).toMatchObject({ severity: 'confirm', left: 4, right: 3, difference: 1, source: subset.source });
    expect(finding?.message.zh).toContain('左边为 4，右边为 3');
  });

  it('adds an equation with last year, which guides repair when it must hold', () => {
    const rule = {
      ...subset,
      id: 'c-pending',
      severity: 'must_fix',
      left: ['s3.carried_in.total', '-lastYear.s3.carried_out.total'],
      comparison: '=',
      right: [],
      examples: {
        passing: { title: '4 = 4', figures: { 's3.carried_in.total': 4 }, lastYear: { 's3.carried_out.total': 4 } },
        failing: { title: '4 is not 5', figures: { 's3.carried_in.total': 4 }, lastYear: { 's3.carried_out.total': 5 } },
        blank: { title: 'no last year', figures: { 's3.carried_in.total': 4 } },
      },
    };
    const [check] = overlayOf({ rules: [rule] }).added;
    expect(check?.formula).toBe('s3.carried_in.total − lastYear.s3.carried_out.total = 0');
    expect(check?.identities).toBeDefined();
  });
});

describe('a wrong overlay is refused with the place', () => {
  const example = (kind: 'passing' | 'failing' | 'blank', figures: object) => ({
    version: '1',
    rules: [{ ...subset, examples: { ...subset.examples, [kind]: { title: 'x', figures } } }],
  });
  it.each([
    ['no JSON', '{ "version": ', ['第 1 行第 14 列']],
    ['a key twice', '{ "version": "1", "version": "2" }', [expect.stringContaining('第 1 行')]],
    ['no version', {}, ['version']],
    ['a rule nobody knows', { version: '1', switchedOff: { 't3-cal': '试运行' } }, ['switchedOff.t3-cal']],
    ['no reason', { version: '1', switchedOff: { 't3-col': ' ' } }, ['switchedOff.t3-col']],
    [
      'a limit that is none',
      { version: '1', thresholds: { jumpFactor: 0.5, otherShares: 1 } },
      ['thresholds.otherShares', 'thresholds.jumpFactor'],
    ],
    ['an id of the pack', { version: '1', rules: [{ ...subset, id: 't3-col' }] }, ['rules[0].id']],
    ['an id twice', { version: '1', rules: [subset, subset] }, ['rules[1].id']],
    ['a cell nobody knows', { version: '1', rules: [{ ...subset, left: ['s3.grantet.total'] }] }, ['rules[0].left[0]']],
    ['cases against money', { version: '1', rules: [{ ...subset, left: ['s2.admin_fees'] }] }, ['rules[0]']],
    ['cells of two formats', { version: '1', rules: [{ ...subset, left: ['s3.other_misc.total', 's2.procurement.items'] }] }, ['rules[0]']],
    ['a slip in a key', { version: '1', rules: [{ ...subset, severty: 'hint' }] }, ['rules[0].severty']],
    ['a passing example that fails', example('passing', subset.examples.failing.figures), ['rules[0].examples.passing']],
    ['a failing example that passes', example('failing', subset.examples.passing.figures), ['rules[0].examples.failing']],
    ['a blank example that is known', example('blank', subset.examples.passing.figures), ['rules[0].examples.blank']],
    [
      'a figure that is none',
      example('blank', { 's3.new_received.total': '3' }),
      ['rules[0].examples.blank.figures.s3.new_received.total'],
    ],
  ])('%s', (_, content, places) => {
    expect(placesOf(content)).toEqual(places);
  });
});
