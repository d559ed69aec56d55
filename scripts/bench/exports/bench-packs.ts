import { insertEdition, insertPerson, insertPost, insertReport, listUnits, type Store, upsertReportText } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import type { EditionContent } from '@/server/views/edition-content';
import { loadReportView } from '@/server/views/report-view';
import { bundle } from '../../run/bundle.mjs';
import { startChild } from '../child';
import { atMost, type Bench, type Measured, round } from '../measured';
import { root, seedYear, year } from '../roll-up/seed-year';
import { inWorkFolder } from '../work-folder';
import type { PackedOnce } from './packs-process';

const sizes = (process.env.NIANBAO_BENCH_SIZES ?? '100,1000').split(',').map(Number);
const cells = 250;
const texts = {
  preamble: '本报告按照《中华人民共和国政府信息公开条例》的规定编制。',
  '1': '一年来，主动公开政府信息，办理依申请公开，按时答复。'.repeat(12),
  '5': '（一）存在问题。人员变动较多。（二）改进情况。已组织培训。',
  '6': '无其他需要报告的事项。',
} as const;

/** Every unit's own report as Word and PDF in one zip, by two threads of a worker room, as an administrator asks for it; a process for each size. */
export const benchPacks: Bench = async ({ folder, say }) => {
  await bundle();
  const measured: Measured[] = [];
  for (const units of sizes)
    await inWorkFolder(folder, async (dataFolder) => {
      say(`finalising ${units} own reports`);
      const store = await openStore({ dataFolder, databaseUrl: null });
      await store.migrate();
      await seedYear(store, { units, cells });
      await finalised(store);
      await store.close();
      say('packing them');
      const child = await startChild<PackedOnce>(new URL('./packs-process.ts', import.meta.url), {
        env: { BENCH_DATA: dataFolder },
        // A process measures before it reports.
        patienceMs: 900_000,
      });
      await child.stop();
      const { seconds, processorSeconds, moreMiB, megabytes } = child.ready;
      const isLarge = units >= 1_000;
      measured.push(
        { what: `${units} own reports as docx and pdf`, value: round(seconds, 1), unit: 's', ...(isLarge ? { goal: atMost(60) } : {}) },
        { what: `${units}: processor time, all threads`, value: round(processorSeconds, 1), unit: 's' },
        { what: `${units}: more memory than before`, value: round(moreMiB, 0), unit: 'MiB', ...(isLarge ? { goal: atMost(286) } : {}) },
        { what: `${units}: the zip`, value: round(megabytes * 1000, 0), unit: 'kB' },
      );
    });
  return measured;
};

async function finalised(store: Store): Promise<void> {
  const at = new Date();
  await store.tx(async (tx) => {
    await insertPerson(tx, { id: 'admin', username: 'admin', name: '管理员', passwordHash: null, createdAt: at });
    await insertPost(tx, { id: 'post', userId: 'admin', unitId: root, role: 'admin', startedAt: at });
  });
  for (const unit of await listUnits(store.read)) {
    if (unit.parentId === null) continue;
    const key = { unitId: unit.id, year, scope: 'own_organ' as const };
    const reportId = `report-${unit.id}`;
    await store.tx(async (tx) => {
      await insertReport(tx, { id: reportId, ...key, createdAt: at });
      for (const text of Object.keys(texts) as (keyof typeof texts)[])
        await upsertReportText(tx, reportId, { key: text, text: texts[text], version: 1, savedBy: 'admin', savedAt: at });
    });
    const view = await loadReportView(store.read, key, null);
    if (!view) throw new Error(`${unit.name} has no report`);
    const content = canonicalJson({
      ...{ kind: 'edition', origin: 'assembled', number: 1, organ: unit.name, ...key, format: '2021', rowVariant: 'other_three' },
      ...{ figures: Object.fromEntries(view.content.figures), texts, packVersion: 'bench' },
      ...{ parts: [], corrections: [], missing: [], explanations: [], switchedOff: [] },
    } satisfies EditionContent);
    const hash = sha256Hex(content);
    const edition = { id: `edition-${unit.id}`, reportId, number: 1, origin: 'assembled' as const, content, hash };
    await store.tx((tx) => insertEdition(tx, { ...edition, finalisedBy: 'admin', finalisedAt: at }));
  }
}
