/** Beginnings of event kinds by which the log may be read, in groups, in the order offered. Every kind begins with one of them. */
export const kindGroups = {
  filling: ['figure.', 'text.', 'declaration.', 'explanation.', 'opening.', 'workbook.', 'attachment.', 'practice.'],
  review: ['filing.', 'remark.', 'remark_drafts.', 'comment.', 'follow_up.', 'exception.', 'slip.', 'phrase.'],
  report: ['report.', 'contribution.', 'rule.'],
  office: ['unit.', 'indicator.', 'year.', 'quarter.', 'announcement.', 'office.'],
  people: ['person.', 'post.', 'duty.', 'three_roles.', 'session.'],
  watch: ['attention.', 'refused', 'message.', 'backup.', 'audit.'],
} as const;
export type KindGroup = keyof typeof kindGroups;
export type KindPrefix = (typeof kindGroups)[KindGroup][number];

export const kindPrefixes: readonly KindPrefix[] = Object.values(kindGroups).flat();

export function askedKind(value: string | string[] | undefined): KindPrefix | null {
  return kindPrefixes.find((prefix) => prefix === value) ?? null;
}
