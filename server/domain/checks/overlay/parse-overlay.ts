import { problem, wrong } from '../../reading/json-problem';
import type { Problem } from '../../reading/problem';
import { isJsonNumber, isJsonObject, type JsonObject, type JsonValue, readJson } from '../../reading/read-json';
import type { Check } from '../check';
import { checks } from '../pack';
import { standardThresholds, type Thresholds } from '../thresholds';
import { refuseUnknownKeys } from './known-keys';
import type { Overlay } from './overlay';
import { readAddedRule, readText } from './read-added-rule';

export type ParsedOverlay = { ok: true; overlay: Overlay } | { ok: false; problems: readonly Problem[] };

/** What each limit may be: a share, a factor, a whole number. */
const limits: Record<keyof Thresholds, { least: number; most: number; isWhole?: true }> = {
  jumpFactor: { least: 1.1, most: 1000 },
  jumpFloor: { least: 0, most: 1_000_000, isWhole: true },
  otherShare: { least: 0.01, most: 1 },
  otherFloor: { least: 0, most: 1_000_000, isWhole: true },
  repetitionShare: { least: 0.01, most: 1 },
  repetitionFloor: { least: 1, most: 100_000, isWhole: true },
  overviewCharacters: { least: 100, most: 100_000, isWhole: true },
};

/**
 * Reads an overlay, all of it or nothing, and names every problem with its place. The examples of added rules are run. Never throws.
 *
 * @example { "version": "示例市 1", "switchedOff": { "x-jump": "试运行" }, "thresholds": { "otherShare": 0.4 }, "rules": [] }
 */
export function parseOverlay(text: string): ParsedOverlay {
  const read = readJson(text);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  const root = read.value;
  const problems: Problem[] = [];
  if (!isJsonObject(root)) return { ok: false, problems: [wrong('overlay', root, '{ "version": "…" }')] };
  refuseUnknownKeys('', root, ['version', 'switchedOff', 'thresholds', 'rules'], problems);
  const version = readText('version', root.get('version'), '"示例市 1"', problems);
  const thresholds = readThresholds(root.get('thresholds'), problems);
  const added = readRules(root.get('rules'), problems);
  const switchedOff = readSwitchedOff(root.get('switchedOff'), added, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, overlay: { version, text, switchedOff, thresholds, added } };
}

function readObject(where: string, value: JsonValue | undefined, problems: Problem[]): JsonObject {
  if (isJsonObject(value)) return value;
  if (value !== undefined) problems.push(wrong(where, value, '{…}'));
  return new Map();
}

function readSwitchedOff(value: JsonValue | undefined, added: readonly Check[], problems: Problem[]): Record<string, string> {
  const switchedOff = readObject('switchedOff', value, problems);
  refuseUnknownKeys(
    'switchedOff',
    switchedOff,
    [...checks, ...added].map((check) => check.id),
    problems,
  );
  return Object.fromEntries(
    [...switchedOff].map(([rule, reason]) => [rule, readText(`switchedOff.${rule}`, reason, '"停用的理由"', problems)]),
  );
}

function readThresholds(value: JsonValue | undefined, problems: Problem[]): Thresholds {
  const given = readObject('thresholds', value, problems);
  const thresholds = { ...standardThresholds };
  const names = Object.keys(limits) as (keyof Thresholds)[];
  refuseUnknownKeys('thresholds', given, names, problems);
  for (const name of names) {
    const raw = given.get(name);
    if (raw === undefined) continue;
    const { least, most, isWhole } = limits[name];
    const number = isJsonNumber(raw) ? Number(raw.number) : Number.NaN;
    if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) thresholds[name] = number;
    else problems.push(wrong(`thresholds.${name}`, raw, `${least} – ${most}${isWhole ? '（整数）' : ''}`));
  }
  return thresholds;
}

function readRules(value: JsonValue | undefined, problems: Problem[]): Check[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(wrong('rules', value, '[{ "id": "c-…", … }]'));
    return [];
  }
  const added: Check[] = [];
  value.forEach((one: JsonValue, index) => {
    const check = readAddedRule(`rules[${index}]`, one, problems);
    if (check && added.some((other) => other.id === check.id))
      problems.push(
        problem(
          `rules[${index}].id`,
          [`${check.id} 用了两次`, `${check.id} stands twice`],
          ['每条规则一个编号', 'Give every rule an id of its own'],
        ),
      );
    else if (check) added.push(check);
  });
  return added;
}
