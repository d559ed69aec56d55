/** 政府, 办公室, 部门, 街道: what a unit is. A government files nothing itself; it is the whole of the units below it. */
export const unitKinds = ['government', 'office', 'department', 'street'] as const;
export type UnitKind = (typeof unitKinds)[number];
