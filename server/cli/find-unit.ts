import { listUnits, type Store, type Unit } from '@/db/store';
import { CliError } from './cli-error';

/** A unit by its full name or its id. @throws CliError naming units whose names come near */
export async function unitNamed(store: Store, given: string): Promise<Unit> {
  const units = await listUnits(store.read);
  const unit = units.find((one) => one.id === given || one.name === given);
  if (unit) return unit;
  const near = units.filter((one) => one.name.includes(given)).map((one) => one.name);
  throw new CliError(
    `--unit: 没有名为“${given}”的单位${near.length > 0 ? `；相近的有：${near.join('、')}` : ''} / no unit is called "${given}"`,
  );
}
