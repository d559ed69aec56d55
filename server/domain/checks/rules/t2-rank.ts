import { numberAt } from '../../figures';
import { cellName } from '../../formats';
import type { CheckSubject } from '../../subject';
import type { Check } from '../check';
import { cellsOfTable } from '../table-cells';

/**
 * Organs whose name alone says that they make no 规章: districts, counties, towns, streets and their offices. 自治区 and 特别行政区
 * end in 区 and are none of them.
 */
const belowRuleMaking = /(?:镇|乡|街道|县|旗|(?<!自治|特别行政)区)(?:人民政府|政府|办事处|人民政府办公室|政府办公室)/;

/** Null: neither the powers nor the name tell. */
function makesRegulations({ powers, organ }: CheckSubject): boolean | null {
  if (powers) return powers.has('regulations');
  return belowRuleMaking.test(organ) ? false : null;
}

export const t2Rank: Check = {
  id: 't2-rank',
  sentence: {
    zh: '没有规章制定权的机关，规章各栏应为 0。',
    en: 'An organ without the power to make 规章 reports 0 of them.',
  },
  severity: 'confirm',
  source: '《立法法》：规章由国务院部门、省级和设区的市级政府制定',
  appliesTo: (subject) => makesRegulations(subject) !== true,
  run: (subject) => {
    const cells = cellsOfTable(subject.format, 't2').filter((cell) => cell.power === 'regulations' && cell.isPrinted);
    const values = cells.map((cell) => ({ cell, value: numberAt(subject.figures, cell.id) }));
    const unknown = values.filter(({ value }) => value === null).map(({ cell }) => cell.id);
    const above = values.filter(({ value }) => value !== null && value > 0);
    const first = above[0];
    if (!first)
      return unknown.length > 0
        ? {
            findings: [],
            passed: 0,
            notCheckable: [{ cells: unknown, why: { zh: '规章各栏有数未知。', en: 'Figures on 规章 are not known.' } }],
          }
        : { findings: [], passed: 1, notCheckable: [] };
    if (makesRegulations(subject) === null)
      return {
        findings: [],
        passed: 0,
        notCheckable: [
          {
            cells: above.map(({ cell }) => cell.id),
            why: { zh: '不知道该机关有没有规章制定权。', en: 'Whether this organ may make 规章 is not known.' },
          },
        ],
      };
    return {
      passed: 0,
      notCheckable: [],
      findings: [
        {
          cells: above.map(({ cell }) => cell.id),
          left: first.value,
          right: 0,
          difference: first.value,
          message: {
            zh: `“${cellName(first.cell)}”填 ${first.value}，但${subject.organ}没有规章制定权，应为 0。请确认是否把规范性文件填到了规章栏，或者书面说明。`,
            en: `"${cellName(first.cell)}" says ${first.value}, but ${subject.organ} has no power to make 规章, so 0 is expected. See whether 规范性文件 were entered here, or explain.`,
          },
        },
      ],
    };
  },
  examples: {
    passing: { title: 'no power, all 0', figures: regulations(0, 0, 0), subject: { powers: [] } },
    failing: { title: 'a town with 1 规章 in force', figures: regulations(0, 0, 1), subject: { organ: '示例县某镇人民政府' } },
    blank: { title: 'nothing is known', subject: { powers: [] } },
  },
};

function regulations(issued: number, repealed: number, inForce: number): Record<string, number> {
  return { 's2.regulations.issued': issued, 's2.regulations.repealed': repealed, 's2.regulations.in_force': inForce };
}
