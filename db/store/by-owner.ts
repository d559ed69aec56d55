/** Rows of a query over many owners, as each owner has them, in the order they came. An owner without a row is absent. */
export function byOwner<Row, Owner, Value>(
  rows: readonly Row[],
  ownerOf: (row: Row) => Owner,
  read: (row: Row) => Value,
): Map<Owner, Value[]> {
  const owners = new Map<Owner, Value[]>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const values = owners.get(owner);
    if (values) values.push(read(row));
    else owners.set(owner, [read(row)]);
  }
  return owners;
}
