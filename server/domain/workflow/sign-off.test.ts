import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getFormat } from '../formats';
import { maySign, type SignatureFacts, signatureState } from './sign-off';
import { submitObstacles } from './submit-obstacles';

const hash = fc.constantFrom('a', 'b', 'c', 'd');
const facts = fc.record({ hash, signed: fc.array(hash, { maxLength: 5 }) });
const signatureObstacles = (signature: SignatureFacts | null) =>
  submitObstacles({ format: getFormat('2021'), figures: new Map(), findings: [], explanations: [], openRemarkIds: [], signature }).filter(
    (one) => one.kind === 'sign_off',
  );

describe('R1: the signature inside the unit', () => {
  it.each([
    [[], 'waiting'],
    [['before'], 'outdated'],
    [['now'], 'signed'],
    [['now', 'since'], 'signed'],
  ] as const)('of %j is %s', (signed, state) => {
    expect(signatureState({ hash: 'now', signed })).toBe(state);
  });

  it('stands in the way of a submission unless that very content was signed, whatever else was', () => {
    fc.assert(
      fc.property(facts, (signature) => {
        expect(signatureObstacles(signature)).toEqual(
          signature.signed.some((signed) => signed === signature.hash)
            ? []
            : [{ kind: 'sign_off', state: signature.signed.length === 0 ? 'waiting' : 'outdated' }],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('stands in no way where the unit asks for none', () => {
    expect(signatureObstacles(null)).toEqual([]);
  });

  it('R4: is not given by somebody who wrote into the quarter', () => {
    expect([maySign('writer', { writers: new Set(['writer']) }), maySign('head', { writers: new Set(['writer']) })]).toEqual([
      'wrote_into_it',
      'allowed',
    ]);
  });
});
