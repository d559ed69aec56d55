import type { CommandContext } from '@/server/commands/command';
import { defineIndicator } from '@/server/commands/office/define-indicator';
import { count, type Figure } from '@/server/domain/figures';
import { type CellId, type Indicator, indicatorCell } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import type { DemonstrationUnit } from './demonstration-units';

interface Asked extends Indicator {
  /** Units by their key, with what each reports in the first three quarters. */
  figures: Readonly<Record<string, readonly [number, number, number]>>;
}

/** What the fictional office wants to know besides the statutory tables, of a few of its units. */
const indicators: readonly Asked[] = [
  {
    key: 'new_media_posts',
    name: '政务新媒体发布条数',
    unit: '条',
    addsUp: 'flow',
    overUnits: 'sum',
    exactness: 'exact',
    definition: '本单位开设的政务微信公众号、微博当期原创发布的条数，转载不计。',
    figures: { office: [212, 187, 204], civil: [46, 52, 49], market: [88, 93, 101] },
  },
  {
    key: 'explanatory_pieces',
    name: '政策解读材料',
    unit: '篇',
    addsUp: 'flow',
    overUnits: 'sum',
    exactness: 'exact',
    definition: '当期在政府网站发布的文字、图解、视频解读材料，同一材料多平台发布计 1 篇。',
    figures: { office: [6, 4, 5], market: [2, 3, 1] },
  },
  {
    key: 'training',
    name: '政务公开培训人次',
    unit: '人次',
    addsUp: 'flow',
    overUnits: 'sum',
    exactness: 'about',
    definition: '当期组织或者参加政务公开培训的人次，没有签到的可填约数。',
    figures: { office: [60, 0, 120], civil: [15, 0, 20] },
  },
];

export async function defineDemonstrationIndicators(
  admin: CommandContext,
  year: number,
  members: readonly { unit: DemonstrationUnit; unitId: string }[],
): Promise<void> {
  for (const { key, figures, ...facts } of indicators)
    await defineIndicator(admin, {
      year,
      key,
      facts: {
        ...facts,
        ownerUnitId: members.find(({ unit }) => unit.key === 'office')?.unitId ?? null,
        askedOf: members.filter(({ unit }) => unit.key in figures).map(({ unitId }) => unitId),
      },
    });
}

/** What a unit reports of its indicators in a quarter; none for those that are not asked. */
export function indicatorFigures(unit: DemonstrationUnit, quarter: Quarter): [CellId, Figure][] {
  return indicators.flatMap((one): [CellId, Figure][] => {
    const value = one.figures[unit.key]?.[quarter - 1];
    return value === undefined ? [] : [[indicatorCell(one).id, count(value)]];
  });
}
