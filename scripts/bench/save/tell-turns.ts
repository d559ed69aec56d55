import { atLeast, exactly, type Measured, median, round } from '../measured';
import { type Contestant, contestants } from './contestants';
import type { Load } from './load';

export interface Turn extends Load {
  contestant: Contestant;
  /** 0 is the warming up; it counts for errors and not for speed. */
  turn: number;
}

/** @param lost saves of the product that were not found in all three tables */
export function tell(at: string, taken: readonly Turn[], lost: number): Measured[] {
  const ofContestant = (contestant: Contestant) => taken.filter((one) => one.contestant === contestant && one.turn > 0);
  const rate = (contestant: Contestant) => median(ofContestant(contestant).map((one) => one.requestsPerSecond));
  const ratioTo = (other: Contestant) => {
    const theirs = ofContestant(other);
    return round(
      median(ofContestant('product').map((one, index) => one.requestsPerSecond / (theirs[index]?.requestsPerSecond ?? Number.NaN))),
    );
  };
  return [
    ...contestants.map((contestant): Measured => ({ what: `${at}: ${contestant}`, value: Math.round(rate(contestant)), unit: 'req/s' })),
    { what: `${at}: product, p99`, value: median(ofContestant('product').map((one) => one.p99Ms)), unit: 'ms' },
    { what: `${at}: product against bare on Node http`, value: ratioTo('bare'), unit: 'of its throughput', goal: atLeast(0.5) },
    { what: `${at}: product against bare in Next`, value: ratioTo('next'), unit: 'of its throughput', goal: atLeast(1.5) },
    {
      what: `${at}: answers that are not "saved"`,
      value: taken.reduce((sum, one) => sum + one.failed, 0),
      unit: 'count',
      goal: exactly(0),
    },
    { what: `${at}: saves not found as figure, event and change`, value: lost, unit: 'count', goal: exactly(0) },
  ];
}
