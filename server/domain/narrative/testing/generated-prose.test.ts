import { describe, expect, it } from 'vitest';
import type { FindingDraft } from '../../checks/check';
import { aSubject } from '../../checks/testing/example-subject';
import { seededRandom } from '../../seeded-random';
import type { CheckSubject, Texts } from '../../subject';
import { aValidReport } from '../../testing/a-valid-report';
import { narrativeChecks } from '../index';
import { changeOneNumber, generateNarrative } from './index';

const reports = 30;
const changesOfEach = 8;

describe('prose made from the figures of a valid report', () => {
  it('raises no finding', () => {
    for (let seed = 1; seed <= reports; seed += 1) {
      const { source, narrative } = prose(seed);
      const findings = numberFindings(subjectOf(source, narrative.texts));
      expect(
        findings.map((finding) => finding.message.zh),
        `seed ${seed}: ${narrative.texts['1']}`,
      ).toEqual([]);
    }
  });

  it('raises one where a single number was changed to a value no reading accepts, in at least 99 of 100', () => {
    let changed = 0;
    const missed: string[] = [];
    for (let seed = 1; seed <= reports; seed += 1) {
      const { source, narrative } = prose(seed);
      const random = seededRandom(seed + 7000);
      for (let turn = 0; turn < changesOfEach; turn += 1) {
        const trial = changeOneNumber(narrative, random);
        if (!trial) continue;
        changed += 1;
        const isFound = numberFindings(subjectOf(source, trial.texts)).some(
          ({ place }) => place?.text === '1' && place.start < trial.end && trial.start < place.end,
        );
        if (!isFound)
          missed.push(
            `seed ${seed}: ${trial.from} → ${trial.to} in …${trial.texts['1']?.slice(Math.max(0, trial.start - 20), trial.end + 4)}`,
          );
      }
    }
    expect(changed).toBeGreaterThan(200);
    expect(missed.length / changed, missed.join('\n')).toBeLessThanOrEqual(0.01);
  }, 30_000);
});

function prose(seed: number) {
  const source = aValidReport(seed);
  return { source, narrative: generateNarrative(source, seededRandom(seed + 500)) };
}

function subjectOf({ format, content }: ReturnType<typeof aValidReport>, texts: Texts): CheckSubject {
  return aSubject({ ...content, format, texts });
}

function numberFindings(subject: CheckSubject): FindingDraft[] {
  return narrativeChecks.flatMap((check) => (check.appliesTo(subject) ? check.run(subject).findings : []));
}
