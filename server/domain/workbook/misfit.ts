import type { Sentence } from '../sentence';
import type { MarkReading, WorkbookMark } from './workbook-mark';

/** The quarter a workbook is to go into. */
export type Target = Pick<WorkbookMark, 'filingId' | 'unitName' | 'year' | 'quarter' | 'isPractice' | 'format' | 'rowVariant'>;

const again: Sentence = {
  zh: '请在这个季度的“工作簿”页重新导出一份，把数抄过去再导入。',
  en: 'Take a new workbook out of this quarter, copy the figures into it and bring that one in.',
};

/** Why a workbook cannot be read into any quarter: what it says of itself is missing or broken. */
export function unmarkedSentence(kind: Exclude<MarkReading['kind'], 'mark'>): Sentence {
  const why: Record<typeof kind, Sentence> = {
    absent: {
      zh: '这不是本系统导出的工作簿，或者其中隐藏的工作表已被删去，没有导入。',
      en: 'This is no workbook that came from here, or its hidden sheet was deleted. Nothing was brought in.',
    },
    other_version: {
      zh: '这份工作簿是系统的另一个版本导出的，版式不同，没有导入。',
      en: 'This workbook was made by another version of the program and is laid out otherwise. Nothing was brought in.',
    },
    damaged: {
      zh: '这份工作簿中隐藏的工作表被改动过，无法核对，没有导入。',
      en: 'The hidden sheet of this workbook was changed and cannot be relied on. Nothing was brought in.',
    },
  };
  return joined(why[kind], again);
}

/** Why a workbook is not this quarter's; null: it is. */
export function misfitOf(mark: WorkbookMark, target: Target): Sentence | null {
  if (mark.filingId !== target.filingId)
    return joined(
      {
        zh: `这份工作簿是${periodOf(mark).zh}的，不是${periodOf(target).zh}的，没有导入。`,
        en: `This workbook is ${periodOf(mark).en}, not ${periodOf(target).en}. Nothing was brought in.`,
      },
      sameName(mark, target) ? again : { zh: '请到那个季度的“工作簿”页导入。', en: 'Bring it in at that quarter.' },
    );
  if (mark.year !== target.year || mark.quarter !== target.quarter || mark.isPractice !== target.isPractice)
    return unmarkedSentence('damaged');
  if (mark.format !== target.format || mark.rowVariant !== target.rowVariant)
    return joined(
      {
        zh: `这份工作簿是 ${mark.format} 格式的表，这个季度填 ${target.format} 格式，没有导入。`,
        en: `This workbook has the tables of format ${mark.format}; this quarter is filed in format ${target.format}. Nothing was brought in.`,
      },
      again,
    );
  return null;
}

/** The same quarter by name and another by number: opened anew since. */
function sameName(mark: WorkbookMark, target: Target): boolean {
  return (
    mark.unitName === target.unitName &&
    mark.year === target.year &&
    mark.quarter === target.quarter &&
    mark.isPractice === target.isPractice
  );
}

function periodOf({ unitName, year, quarter, isPractice }: Target): Sentence {
  return {
    zh: `${unitName} ${year} 年第${'一二三四'[quarter - 1]}季度${isPractice ? '练习' : ''}`,
    en: `${isPractice ? 'the practice of ' : ''}${unitName}, quarter ${quarter} of ${year}`,
  };
}

function joined(first: Sentence, second: Sentence): Sentence {
  return { zh: first.zh + second.zh, en: `${first.en} ${second.en}` };
}
