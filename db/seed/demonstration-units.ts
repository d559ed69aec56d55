import type { Power } from '@/server/domain/formats';
import type { UnitKind } from '@/server/domain/units';

/** The fictional district of the demonstration. Names of units are of the usual kinds; the people do not exist. */
export const government = '示例区人民政府';

export interface DemonstrationUnit {
  key: string;
  name: string;
  kind: UnitKind;
  powers: readonly Power[];
  clerk: { username: string; name: string };
  /** Signs what the unit submits this year, from the third quarter on; a unit without one asks for no signature. */
  head?: { username: string; name: string };
  /** Requests it receives in a year, more or less. */
  requests: number;
  documents: number;
  decisions: number;
  feesInYuan: number;
}

const all: readonly Power[] = ['licensing', 'penalty', 'coercion', 'fees'];

export const demonstrationUnits: readonly DemonstrationUnit[] = [
  {
    key: 'office',
    name: '示例区人民政府办公室',
    kind: 'office',
    powers: [],
    clerk: { username: 'office', name: '沈若溪' },
    requests: 60,
    documents: 10,
    decisions: 0,
    feesInYuan: 0,
  },
  {
    key: 'reform',
    name: '示例区发展和改革委员会',
    kind: 'department',
    powers: all,
    clerk: { username: 'reform', name: '蒋文博' },
    requests: 12,
    documents: 6,
    decisions: 240,
    feesInYuan: 0,
  },
  {
    key: 'education',
    name: '示例区教育局',
    kind: 'department',
    powers: all,
    clerk: { username: 'education', name: '顾念真' },
    requests: 18,
    documents: 5,
    decisions: 130,
    feesInYuan: 18_642_000,
  },
  {
    key: 'police',
    name: '公安局示例分局',
    kind: 'department',
    powers: all,
    clerk: { username: 'police', name: '韩铭' },
    requests: 21,
    documents: 3,
    decisions: 9_800,
    feesInYuan: 2_310_400,
  },
  {
    key: 'civil',
    name: '示例区民政局',
    kind: 'department',
    powers: all,
    clerk: { username: 'civil', name: '叶书琴' },
    requests: 9,
    documents: 4,
    decisions: 310,
    feesInYuan: 0,
  },
  {
    key: 'finance',
    name: '示例区财政局',
    kind: 'department',
    powers: all,
    clerk: { username: 'finance', name: '傅嘉言' },
    requests: 8,
    documents: 5,
    decisions: 40,
    feesInYuan: 0,
  },
  {
    key: 'labour',
    name: '示例区人力资源和社会保障局',
    kind: 'department',
    powers: all,
    clerk: { username: 'labour', name: '罗思远' },
    requests: 16,
    documents: 7,
    decisions: 620,
    feesInYuan: 904_500,
  },
  {
    key: 'housing',
    name: '示例区住房和城乡建设局',
    kind: 'department',
    powers: all,
    clerk: { username: 'housing', name: '魏承志' },
    requests: 48,
    documents: 8,
    decisions: 1_150,
    feesInYuan: 5_127_300,
  },
  {
    key: 'market',
    name: '示例区市场监督管理局',
    kind: 'department',
    powers: all,
    clerk: { username: 'market', name: '唐雨薇' },
    requests: 26,
    documents: 6,
    decisions: 7_400,
    feesInYuan: 1_200_000,
  },
  {
    key: 'health',
    name: '示例区卫生健康委员会',
    kind: 'department',
    powers: all,
    clerk: { username: 'health', name: '邱子衿' },
    requests: 14,
    documents: 4,
    decisions: 980,
    feesInYuan: 326_700,
  },
  {
    key: 'east',
    name: '城东街道办事处',
    kind: 'street',
    powers: ['penalty', 'coercion'],
    clerk: { username: 'east', name: '白露' },
    head: { username: 'east-head', name: '许长青' },
    requests: 11,
    documents: 2,
    decisions: 85,
    feesInYuan: 0,
  },
  {
    key: 'river',
    name: '滨河街道办事处',
    kind: 'street',
    powers: ['penalty', 'coercion'],
    clerk: { username: 'river', name: '孟云飞' },
    requests: 7,
    documents: 2,
    decisions: 60,
    feesInYuan: 0,
  },
];

export const officePeople = [
  { username: 'admin', name: '周岚', role: 'admin' },
  { username: 'reviewer', name: '陈昱', role: 'reviewer' },
  { username: 'reviewer2', name: '林洁', role: 'reviewer' },
  { username: 'leader', name: '方致远', role: 'head' },
  { username: 'auditor', name: '郑和平', role: 'auditor' },
] as const;
