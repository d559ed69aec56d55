import { problem } from '../../reading/json-problem';
import { nearestId } from '../../reading/nearest-id';
import type { Problem } from '../../reading/problem';
import { clip } from '../../reading/read-figure';
import type { JsonObject } from '../../reading/read-json';

/** A key nobody knows is a slip: passed over in silence it would leave a rule on that somebody thinks is off. */
export function refuseUnknownKeys(where: string, object: JsonObject, known: readonly string[], problems: Problem[]): void {
  for (const key of object.keys()) {
    if (known.includes(key)) continue;
    const near = nearestId(key, known);
    problems.push(
      problem(
        where === '' ? clip(key) : `${where}.${clip(key)}`,
        ['没有这一项', 'there is no such key'],
        near ? [`是不是 ${near}`, `Perhaps ${near} was meant`] : [`可用的有 ${known.join('、')}`, `Use ${known.join(', ')}`],
      ),
    );
  }
}
