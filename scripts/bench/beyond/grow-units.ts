import { Client } from 'pg';

/** Which rows are copied: those of the units that were there first. */
const tables = {
  units: "id ~ '^unit-\\d+$'",
  filings: "unit_id ~ '^unit-\\d+$'",
  figures: "filing_id ~ '^filing-\\d+-\\d$'",
  submissions: "filing_id ~ '^filing-\\d+-\\d$'",
  checked_books: "unit_id ~ '^unit-\\d+$'",
};

/**
 * As many units more as there are departments of `seedYear`, times `copies`, each with all that the first have: in the database's own words, because
 * a province by its own keystrokes would take hours.
 */
export async function growUnits(url: string, copies: readonly number[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    for (const [table, isFirst] of Object.entries(tables)) {
      const { rows } = await client.query<{ name: string; type: string }>(
        'select column_name as name, data_type as type from information_schema.columns where table_name = $1 order by ordinal_position',
        [table],
      );
      const values = rows.map(({ name, type }) =>
        type === 'text' ? `replace(replace("${name}", 'unit-', 'unit-' || copy || '-'), 'filing-', 'filing-' || copy || '-')` : `"${name}"`,
      );
      const columns = rows.map(({ name }) => `"${name}"`).join(', ');
      await client.query(
        `insert into ${table} (${columns}) select ${values.join(', ')} from ${table}, unnest($1::text[]) as copy where ${isFirst}`,
        [copies.map(String)],
      );
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
