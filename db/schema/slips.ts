import type { Kit } from '../kit';
import type { UnitTables } from './units';

/** Corrections of what is locked. */
export const slipTables = (k: Kit, { units }: Pick<UnitTables, 'units'>) => {
  /** 更正单: what a unit asks to change in quarters that are locked. One slip, several quarters, signed by both sides. */
  const correctionSlips = k.table(
    'correction_slips',
    {
      id: k.text('id').primaryKey(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      year: k.int('year').notNull(),
      number: k.int('number').notNull(),
      status: k.oneOf('status', ['draft', 'signed', 'accepted', 'refused', 'withdrawn']).notNull(),
      reason: k.text('reason').notNull(),
      /** `[{ quarter, cell, raw }]`: the new values, as typed. */
      changes: k.json<{ quarter: number; cell: string; raw: string }[]>('changes').notNull(),
      /** Content hash by quarter of what the unit saw when it signed; null while it is a draft. */
      seen: k.json<Record<string, string>>('seen'),
      version: k.int('version').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      signedBy: k.text('signed_by'),
      signedAt: k.at('signed_at'),
      decidedBy: k.text('decided_by'),
      decidedAt: k.at('decided_at'),
      decisionText: k.text('decision_text'),
    },
    (t) => [k.unique('correction_slips_number').on(t.unitId, t.year, t.number)],
  );

  return { correctionSlips };
};
