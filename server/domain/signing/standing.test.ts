import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredFor, groupOf, partHashes, partsOf, type SignableContent } from './signable-content';
import { type GivenSignature, isOnlySigner, maySignStep, nextStep, stepStandings } from './standing';
import { contentGroups, type SigningStep, stepsFault, usualSteps } from './steps';
import { aContent } from './testing/a-content';

const root = ['root'];
const signed = (steps: readonly SigningStep[], content: SignableContent, edition = 1): GivenSignature[] =>
  steps.map((step, index) => ({ step: step.key, edition, parts: answeredFor(step, partHashes(content)), signedBy: `p${index}` }));
const states = (steps: readonly SigningStep[], signatures: readonly GivenSignature[], content: SignableContent, edition = 1) =>
  stepStandings(steps, signatures, { hashes: partHashes(content), edition }).map((one) => one.state);

/** One change of each part, and the part. */
const changes: Record<string, (content: SignableContent, salt: string) => SignableContent> = {
  'table:t2': (content, salt) => ({ ...content, tables: { ...content.tables, t2: { 's2.licensing_decisions': salt } } }),
  'table:t3': (content, salt) => ({ ...content, tables: { ...content.tables, t3: { ...content.tables.t3, 's3.granted.total': salt } } }),
  'table:t4': (content, salt) => ({ ...content, tables: { ...content.tables, t4: { 's4.review.total': salt } } }),
  'text:preamble': (content, salt) => ({ ...content, texts: { ...content.texts, preamble: salt } }),
  'text:1': (content, salt) => ({ ...content, texts: { ...content.texts, '1': salt } }),
  'text:5': (content, salt) => ({ ...content, texts: { ...content.texts, '5': salt } }),
  'text:6': (content, salt) => ({ ...content, texts: { ...content.texts, '6': salt } }),
  notes: (content, salt) => ({ ...content, notes: { t2: salt } }),
  indicators: (content, salt) => ({ ...content, indicators: [{ name: '发布条数', printed: salt }] }),
  missing: (content, salt) => ({ ...content, missing: [{ unitName: salt, quarters: [4] }] }),
  adjustments: (content, salt) => ({
    ...content,
    adjustments: [{ id: salt, cell: 's2.licensing_decisions', change: '+1', reason: '遗留', countersignedBy: null }],
  }),
  findings: (content, salt) => ({
    ...content,
    findings: [{ rule: 't3-col', severity: 'confirm', boundTo: salt, message: { zh: '', en: '' }, said: [] }],
  }),
};

const someSteps = fc
  .array(
    fc.record({
      answersFor: fc.subarray([...contentGroups], { minLength: 1 }),
      isPerEdition: fc.boolean(),
      role: fc.constantFrom('reviewer', 'admin', 'head' as const),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) => steps.map((step, index) => ({ ...step, key: `s${index}`, name: `第${index}步` }) as SigningStep));

describe('a signature', () => {
  it('knows every part: the table of changes above has one for each', () => {
    expect(Object.keys(changes).sort()).toEqual(Object.keys(partsOf(aContent())).sort());
  });

  it('is voided by exactly the changes of what its step answers for, whatever the steps', () => {
    const salt = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `changed ${text}`);
    fc.assert(
      fc.property(someSteps, fc.constantFrom(...Object.keys(changes)), salt, (steps, part, word) => {
        const before = aContent();
        const after = changes[part]?.(before, word) ?? before;
        const standings = stepStandings(steps, signed(steps, before), { hashes: partHashes(after), edition: 1 });
        for (const { step, state, moved } of standings) {
          const answers = step.answersFor.includes(groupOf(part));
          expect([step.key, state, moved]).toEqual([step.key, answers ? 'lapsed' : 'signed', answers ? [part] : []]);
        }
      }),
    );
  });

  it('stands again when what moved is moved back', () => {
    fc.assert(
      fc.property(someSteps, fc.constantFrom(...Object.keys(changes)), (steps, part) => {
        const content = aContent();
        const signatures = signed(steps, content);
        expect(states(steps, signatures, changes[part]?.(content, 'other') ?? content)).toContain(
          steps.some((step) => step.answersFor.includes(groupOf(part))) ? 'lapsed' : 'signed',
        );
        expect(new Set(states(steps, signatures, content))).toEqual(new Set(['signed']));
      }),
    );
  });

  it('is not voided by another wording of a rule', () => {
    const finding = { rule: 't3-col', severity: 'confirm' as const, boundTo: 'a', said: [] };
    const before = aContent({ findings: [{ ...finding, message: { zh: '旧', en: 'old' } }] });
    const after = aContent({ findings: [{ ...finding, message: { zh: '新', en: 'new' } }] });
    expect(states(usualSteps, signed(usualSteps, before), after)).toEqual(['signed', 'signed', 'signed']);
  });

  it('before an edition stands for the next one while its content does, unless the step asks each edition anew', () => {
    expect(states(usualSteps, signed(usualSteps, aContent(), 1), aContent(), 2)).toEqual(['signed', 'signed', 'waiting']);
  });

  it('is asked for again when its step comes to answer for more', () => {
    const signatures = signed(usualSteps, aContent());
    const more = usualSteps.map((step) => ({ ...step, answersFor: contentGroups }));
    expect(states(more, signatures, aContent())).toEqual(['lapsed', 'lapsed', 'signed']);
  });
});

describe('the order', () => {
  it('is that of the list; a step that lapsed comes before a later one that waits', () => {
    const [office, legal, leader] = usualSteps as [SigningStep, SigningStep, SigningStep];
    const standing = (content: SignableContent, given: readonly SigningStep[]) =>
      nextStep(stepStandings(usualSteps, signed(given, aContent()), { hashes: partHashes(content), edition: 1 }))?.step.key;
    expect(standing(aContent(), [])).toBe(office.key);
    expect(standing(aContent(), [office])).toBe(legal.key);
    expect(standing(aContent({ notes: { t2: '注' } }), [office, legal])).toBe(office.key);
    expect(standing(aContent(), [office, legal, leader])).toBeUndefined();
  });
});

describe('four eyes', () => {
  const [office, legal] = usualSteps as [SigningStep, SigningStep];
  const reviewer = { userId: 'p0', posts: [{ role: 'reviewer' as const, unitId: 'root' }] };
  const of = (signatures: readonly GivenSignature[], content = aContent()) => ({
    unitPath: root,
    standings: stepStandings(usualSteps, signatures, { hashes: partHashes(content), edition: 1 }),
  });

  it('one person signs one step only, also where the other signature has lapsed', () => {
    expect(maySignStep(reviewer, office, of([]))).toBe('allowed');
    expect(maySignStep(reviewer, legal, of(signed([office], aContent())))).toBe('signed_another');
    expect(maySignStep(reviewer, legal, of(signed([office], aContent()), aContent({ notes: { t2: '注' } })))).toBe('signed_another');
    expect(maySignStep(reviewer, office, of(signed([office], aContent()), aContent({ notes: { t2: '注' } })))).toBe('allowed');
  });

  it('the step asks for its own post, over this unit', () => {
    expect(maySignStep({ userId: 'x', posts: [{ role: 'clerk', unitId: 'root' }] }, office, of([]))).toBe('other_role');
    expect(maySignStep({ userId: 'x', posts: [{ role: 'reviewer', unitId: 'elsewhere' }] }, office, of([]))).toBe('other_role');
  });

  it('who finalises is not the only signer; without steps nobody is', () => {
    const [only] = usualSteps;
    const one = stepStandings(only ? [only] : [], signed(only ? [only] : [], aContent()), { hashes: partHashes(aContent()), edition: 1 });
    expect([isOnlySigner('p0', one), isOnlySigner('p1', one), isOnlySigner('p0', [])]).toEqual([true, false, false]);
  });
});

describe('a list of steps', () => {
  const [office] = usualSteps as [SigningStep];
  it.each([
    ['the usual ones', usualSteps, true],
    ['none', [], true],
    ['one without a name', [{ ...office, name: ' ' }], false],
    ['one that answers for nothing', [{ ...office, answersFor: [] }], false],
    ['two of one name', [office, { ...office, key: 'other' }], false],
    ['one of the reserved key', [{ ...office, key: 'sent' }], false],
  ])('%s', (_, steps, isFine) => expect(stepsFault(steps) === null).toBe(isFine));
});
