import type * as Echarts from 'echarts';

const kept = globalThis as typeof globalThis & { nianbaoEcharts?: Promise<typeof Echarts> };

/** Loaded with the first chart, so that a server that draws none never pays for it. */
export function loadEcharts(): Promise<typeof Echarts> {
  kept.nianbaoEcharts ??= import('echarts/dist/echarts.esm.min.mjs');
  return kept.nianbaoEcharts;
}
