import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { insertPerson, insertPost, insertUnit } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { hashPassword } from '@/server/auth/passwords';
import type { CellId } from '@/server/domain/formats';
import { getFormat, leafCells, powers } from '@/server/domain/formats';
import { type Quarter, quarters } from '@/server/domain/periods';
import type { Role } from '@/server/domain/permissions';
import { readEnv } from '@/server/env';
import type { FilingForm } from '@/server/queries/filing-form';
import type { Task } from '@/server/queries/tasks';
import { act, ask } from './api';

export const units = {
  root: { id: 'root', name: '示例市云溪区人民政府', kind: 'government' },
  office: { id: 'office', name: '云溪区人民政府办公室', kind: 'office' },
  bureau: { id: 'bureau', name: '云溪区城市管理局', kind: 'department' },
} as const;

export const password = 'Yun-Xi-2025';

export const people = {
  admin: { username: 'luo', name: '罗主任', unit: 'root', role: 'admin' },
  reviewer: { username: 'tang', name: '唐审核', unit: 'root', role: 'reviewer' },
  lawyer: { username: 'jiang', name: '江法制', unit: 'root', role: 'reviewer' },
  leader: { username: 'he', name: '何区长', unit: 'root', role: 'head' },
  officeClerk: { username: 'wei', name: '魏经办', unit: 'office', role: 'clerk' },
  bureauClerk: { username: 'qin', name: '秦经办', unit: 'bureau', role: 'clerk' },
} as const satisfies Record<string, { username: string; name: string; unit: keyof typeof units; role: Role }>;

/** A government, its office and one bureau, with their people, in a data folder where no year has begun. */
export async function seedSmallDistrict(dataFolder: string): Promise<void> {
  const store = await openStore(readEnv({ NIANBAO_DATA: dataFolder }));
  const at = new Date();
  const passwordHash = await hashPassword(password);
  try {
    await store.migrate();
    await store.tx(async (tx) => {
      for (const [sort, unit] of Object.values(units).entries()) {
        const above = unit.id === 'root' ? { parentId: null, path: ['root'] } : { parentId: 'root', path: ['root', unit.id] };
        await insertUnit(tx, {
          ...unit,
          ...above,
          powers: unit.id === 'bureau' ? powers : [],
          sort,
          opensOn: '2020-01-01',
          closesOn: null,
        });
      }
      for (const { username, name, unit, role } of Object.values(people)) {
        await insertPerson(tx, { id: username, username, name, passwordHash, createdAt: at });
        await insertPost(tx, { id: `post-${username}`, userId: username, unitId: unit, role, startedAt: at });
      }
    });
  } finally {
    await store.close();
  }
}

/** Opens quarters of a year, the four of them or only some, whatever day it is, types each (what is not named is 0), submits and approves it. */
export async function fileYear(
  { admin, clerks, reviewer, address }: { admin: Page; clerks: readonly Page[]; reviewer: Page; address: string },
  year: number,
  figuresOf: Readonly<Record<string, Readonly<Record<CellId, number>>>>,
  only: readonly Quarter[] = quarters,
): Promise<void> {
  for (const quarter of only) {
    await act(admin.request, address, 'office.openQuarter', { year, quarter, isLateMeant: true });
    for (const { request } of clerks) {
      const tasks = await ask<Task[]>(request, address, 'filing.tasks');
      const filingId = tasks.find((task) => task.year === year && task.quarter === quarter)?.filingId ?? '';
      const { unitId } = await ask<FilingForm>(request, address, 'filing.form', { filingId });
      await typeQuarter({ request, address }, filingId, figuresOf[unitId] ?? {});
      const { hash: seenHash } = await ask<{ hash: string }>(request, address, 'filing.obstacles', { filingId });
      const sent = await act<{ number: number; hash: string }>(request, address, 'filing.submit', {
        filingId,
        changeId: randomUUID(),
        seenHash,
        earlyReason: '一次补录全年各季度，不等季度结束。',
      });
      await act(reviewer.request, address, 'review.open', { filingId });
      await act(reviewer.request, address, 'review.approve', { filingId, submissionNumber: sent.number, seenHash: sent.hash });
    }
  }
}

/** Types a quarter nobody has typed in, past the form: what is not named is 0. @param except cells that are left blank */
export async function typeQuarter(
  { request, address }: { request: APIRequestContext; address: string },
  filingId: string,
  figures: Readonly<Record<CellId, number>>,
  except: readonly CellId[] = [],
): Promise<void> {
  const changes = leafCells(getFormat('2021'))
    .filter((cell) => cell.addsUp !== 'opening' && !except.includes(cell.id))
    .map((cell) => ({ changeId: randomUUID(), cell: cell.id, raw: String(figures[cell.id] ?? 0), baseVersion: 0 }));
  await act(request, address, 'filing.save', { filingId, changes });
}
