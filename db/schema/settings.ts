import type { Kit } from '../kit';

/** What an administrator sets, by key. */
export const settingTables = (k: Kit) => {
  const settings = k.table('settings', { key: k.text('key').primaryKey(), value: k.json<unknown>('value').notNull() });

  return { settings };
};
