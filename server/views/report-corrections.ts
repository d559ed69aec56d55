import { type Correction, listCorrections, listPredecessors, listSlips, type Reader, type Unit } from '@/db/store';
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

/**
 * The accepted slips behind some quarters, the newest last: those of the units, and of closed units they took over from, whose
 * corrected closings opened here. Mostly there is none, and then no event is read.
 */
export async function reportCorrections(
  reader: Reader,
  units: readonly Unit[],
  parts: () => readonly Pick<EditionPart, 'filingId' | 'unitId'>[],
): Promise<ReportCorrection[]> {
  const known = await withPredecessors(reader, units);
  const slips = await listSlips(reader, { unitIds: known.map((unit) => unit.id), statuses: ['accepted'] });
  if (slips.length === 0) return [];
  const unitOf = new Map(parts().map((part) => [part.filingId, part.unitId]));
  const all = await listCorrections(reader, [...unitOf.keys()]);
  return slips
    .flatMap((slip): ReportCorrection[] => {
      const corrections = all.filter(
        (one) => (one.slipUnitId ?? unitOf.get(one.filingId)) === slip.unitId && one.slipYear === slip.year && one.slip === slip.number,
      );
      if (corrections.length === 0) return [];
      return [
        {
          slipId: slip.id,
          unitId: slip.unitId,
          unitName: known.find((unit) => unit.id === slip.unitId)?.name ?? '',
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

async function withPredecessors(reader: Reader, units: readonly Unit[]): Promise<Unit[]> {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  for (let next = units; next.length > 0; ) {
    const closed = await listPredecessors(
      reader,
      next.map((unit) => unit.id),
    );
    next = closed.filter((unit) => !known.has(unit.id));
    for (const unit of next) known.set(unit.id, unit);
  }
  return [...known.values()];
}
