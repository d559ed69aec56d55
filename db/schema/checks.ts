import type { Kit } from '../kit';
import type { UnitTables } from './units';

/** What is answered to a finding, and to a rule. */
export const checkTables = (k: Kit, { units }: Pick<UnitTables, 'units'>) => {
  /** 说明 and 放行, of filings and of reports. */
  const explanations = k.table(
    'explanations',
    {
      id: k.text('id').primaryKey(),
      ownerType: k.oneOf('owner_type', ['filing', 'report']).notNull(),
      ownerId: k.text('owner_id').notNull(),
      kind: k.oneOf('kind', ['explanation', 'exception']).notNull(),
      rule: k.text('rule').notNull(),
      boundTo: k.text('bound_to').notNull(),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      countersignedBy: k.text('countersigned_by'),
      countersignedAt: k.at('countersigned_at'),
    },
    (t) => [k.index('explanations_owner').on(t.ownerType, t.ownerId), k.index('explanations_unsigned').on(t.kind, t.countersignedBy)],
  );

  /** Somebody says that a rule is wrong; the office answers. */
  const ruleNotes = k.table(
    'rule_notes',
    {
      id: k.text('id').primaryKey(),
      rule: k.text('rule').notNull(),
      ownerType: k.oneOf('owner_type', ['filing', 'report']).notNull(),
      ownerId: k.text('owner_id').notNull(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      answerText: k.text('answer_text'),
      answeredBy: k.text('answered_by'),
      answeredAt: k.at('answered_at'),
    },
    (t) => [k.index('rule_notes_owner').on(t.ownerType, t.ownerId)],
  );

  return { explanations, ruleNotes };
};
