import { type Figure, toDecimal } from '../figures';
import { type Indicator, indicatorCell } from '../formats';

/** A local indicator as a report states it: what it is, the figure of the whole, and each unit's. */
export interface StatedIndicator extends Indicator {
  figure: Figure;
  units: readonly { unit: string; figure: Figure }[];
}

/** As report JSON states it, under `indicators`; counts are integers, money is a decimal string, null is unknown or not added. */
export function indicatorJson({ figure, units, ...indicator }: StatedIndicator): object {
  const { id, quantity } = indicatorCell(indicator);
  const value = (one: Figure): number | string | null => {
    if (one.state === 'not_applicable') return 0;
    if (one.state !== 'number') return null;
    return quantity === 'count' ? one.value : toDecimal(one.value, quantity, one.decimals);
  };
  const { key: _, ...rest } = indicator;
  return { id, ...rest, figure: value(figure), units: units.map((one) => ({ unit: one.unit, figure: value(one.figure) })) };
}
