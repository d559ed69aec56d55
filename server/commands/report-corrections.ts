import { type Correction, listCorrections, listSlips, type Reader, type Unit } from '@/db/store';
import type { EditionPart } from './edition-content';

/** An accepted correction slip that is in the figures of a report. */
export interface ReportCorrection {
  slipId: string;
  unitId: string;
  unitName: string;
  /** The slip's year and its number in the unit. */
  slipYear: number;
  number: number;
  reason: string;
  acceptedAt: string;
  /** What it changed in the quarters of this report. */
  corrections: readonly Correction[];
}

/** The accepted slips behind some quarters, the newest last. Mostly there is none, and then no event is read. */
export async function reportCorrections(
  reader: Reader,
  units: readonly Unit[],
  parts: readonly Pick<EditionPart, 'filingId' | 'unitId'>[],
): Promise<ReportCorrection[]> {
  const slips = await listSlips(reader, { unitIds: units.map((unit) => unit.id), statuses: ['accepted'] });
  if (slips.length === 0) return [];
  const corrected = new Set(slips.map((slip) => slip.unitId));
  const filings = parts.filter((part) => corrected.has(part.unitId));
  const unitOf = new Map(filings.map((part) => [part.filingId, part.unitId]));
  const all = await listCorrections(reader, [...unitOf.keys()]);
  return slips
    .flatMap((slip): ReportCorrection[] => {
      const corrections = all.filter(
        (one) => unitOf.get(one.filingId) === slip.unitId && one.slipYear === slip.year && one.slip === slip.number,
      );
      if (corrections.length === 0) return [];
      return [
        {
          slipId: slip.id,
          unitId: slip.unitId,
          unitName: units.find((unit) => unit.id === slip.unitId)?.name ?? '',
          slipYear: slip.year,
          number: slip.number,
          reason: slip.reason,
          acceptedAt: slip.decidedAt?.toISOString() ?? '',
          corrections,
        },
      ];
    })
    .sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : 1));
}
