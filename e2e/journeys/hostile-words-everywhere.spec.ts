import Database from 'better-sqlite3';
import { expect, test } from '../fixtures';
import { signInAs } from '../sign-in';

/** Each way a text can become a program: out of an attribute, a tag, a script, a text field; by a tag, a handler, an address, a template. */
const hostile = `"'><img src=x onerror=hit()><svg onload=hit()><script>hit()</script><a href="javascript:hit()">x</a></textarea></title></script><style>*{display:none}</style>{{hit()}}`;
const mostPagesEach = 14;

test('T38: whatever words stand in the database, no page makes more of them than words', async ({
  demonstration: { address, dataFolder },
  newPerson,
}) => {
  const columns = sayEverywhere(`${dataFolder}/nianbao.db`, hostile);
  expect(columns).toBeGreaterThanOrEqual(15);
  const page = await newPerson();
  // A style or a script that the policy of the page had to stop is an error in its console, and fails the journey.
  await page.addInitScript(() => {
    Object.assign(window, { hit: () => document.documentElement.setAttribute('data-hit', '') });
  });
  let shown = 0;
  // The pages that can be reached by links, one of each kind.
  const seen = new Set<string>();
  for (const [username, first] of [
    ['admin', '/board'],
    ['reviewer2', '/review'],
    ['auditor', '/audit'],
    ['reform', '/tasks'],
  ] as const) {
    await signInAs(page, address, username);
    const paths: string[] = [first];
    for (const path of paths) {
      await page.goto(`${address}${path}`);
      const { hasHit, made, isShown, links } = await page.evaluate(() => ({
        hasHit: document.documentElement.hasAttribute('data-hit'),
        made: document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript:"]').length,
        isShown: document.body.textContent?.includes('onerror=hit()') ?? false,
        links: [...document.querySelectorAll('a[href^="/"]:not([href^="/files/"])')].map((one) => one.getAttribute('href') ?? ''),
      }));
      expect([path, hasHit, made]).toEqual([path, false, 0]);
      if (isShown) shown += 1;
      for (const link of links) {
        const kind = link.replace(/[?#].*$/, '').replace(/[\w-]*\d[\w-]*/g, 'N');
        if (seen.has(kind) || paths.length >= mostPagesEach) continue;
        seen.add(kind);
        paths.push(link);
      }
    }
  }
  expect(shown).toBeGreaterThan(15);
});

/**
 * Puts words behind every text that holds Chinese, whatever table it is in and however deep in JSON, past the program and its checks: what an
 * older version let in, or a hand at the database.
 *
 * @returns how many columns hold such texts
 */
function sayEverywhere(file: string, words: string): number {
  const database = new Database(file);
  const names = (kind: string) =>
    database.prepare(`select name from sqlite_master where type = '${kind}' and name not like 'sqlite_%'`).pluck().all();
  for (const trigger of names('trigger')) database.exec(`drop trigger "${trigger}"`);
  let columns = 0;
  for (const table of names('table')) {
    const texts = (database.pragma(`table_info("${table}")`) as { name: string; type: string; pk: number }[]).filter(
      ({ type, pk }) => type.toLowerCase() === 'text' && pk === 0,
    );
    for (const { name } of texts) {
      const said = database.prepare(`select distinct "${name}" from "${table}" where "${name}" is not null`).pluck().all() as string[];
      const write = database.prepare(`update "${table}" set "${name}" = ? where "${name}" = ?`);
      const changed = said.filter((text) => withWords(text, words) !== text);
      for (const text of changed) write.run(withWords(text, words), text);
      if (changed.length > 0) columns += 1;
    }
  }
  database.close();
  return columns;
}

function withWords(said: string, words: string): string {
  if (!/^[[{]/.test(said)) return /\p{Script=Han}/u.test(said) ? `${said}${words}` : said;
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? `${value}${words}` : value;
    if (Array.isArray(value)) return value.map(within);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]));
    return value;
  };
  return JSON.stringify(within(JSON.parse(said)));
}
