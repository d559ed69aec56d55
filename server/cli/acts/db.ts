import { withStore } from '../with-store';

export async function migrate(): Promise<void> {
  await withStore(async (store) => process.stdout.write(`${store.engine}: 数据结构已是最新 / the schema is up to date\n`));
}
