import type { EventKind, EventPayloads } from '@/server/domain/audit';
import { cellName, type Format, formatIds, getFormat, isIndicatorCell, isNoteKey, type ProseKey } from '@/server/domain/formats';
import type { Role } from '@/server/domain/permissions';
import { paragraphNumber, textAnchor } from '@/server/domain/workflow';
import type { Language } from '../../messages/language';
import { messagesIn } from '../../messages/messages-provider';
import { actName } from './act-names';
import { changeInWords } from './change-in-words';
import { type EventNames, eventWordsEn, eventWordsZh } from './event-words';

/**
 * An event of the log as a sentence for a person.
 *
 * @param names today's names of units and people by id
 */
export function eventSentence(event: { kind: EventKind; payload: unknown }, language: Language, names: Record<string, string>): string {
  const words = language === 'zh' ? eventWordsZh : eventWordsEn;
  return say(event.kind, event.payload as EventPayloads[typeof event.kind], words, namesIn(language, names));
}

/** Kind and payload belong together by the contract of the log; the compiler cannot follow it through a union. */
function say<K extends EventKind>(
  kind: K,
  payload: EventPayloads[K],
  words: { [Each in EventKind]: (payload: EventPayloads[Each], names: EventNames) => string },
  names: EventNames,
): string {
  return words[kind](payload, names);
}

function namesIn(language: Language, names: Record<string, string>): EventNames {
  const { common } = messagesIn(language);
  return {
    nameOf: (id) => (id === null ? '' : (names[id] ?? id)),
    cell: (id) => labelOfCell(id, language),
    anchor: (anchor) => {
      const paragraph = paragraphNumber(anchor);
      if (paragraph !== null) return paragraphName[language](paragraph);
      return anchor === textAnchor ? textNames.contribution[language] : labelOfCell(anchor, language);
    },
    role: (role) => common.roles[role as Role] ?? role,
    act: (act) => actName(act, language),
    text: (key) => textNames[key as ProseKey | 'contribution']?.[language] ?? key,
    change: (before, after) => changeInWords(before, after, language),
  };
}

const paragraphName: Record<Language, (number: number) => string> = {
  zh: (number) => `工作情况第 ${number} 段`,
  en: (number) => `paragraph ${number} of the contribution`,
};

const textNames: Record<ProseKey | 'contribution', Record<Language, string>> = {
  contribution: { zh: '工作情况', en: 'contribution' },
  preamble: { zh: '引言', en: 'preamble' },
  '1': { zh: '一、总体情况', en: 'chapter 1' },
  t2: { zh: '第二部分表下附注', en: 'note below table 2' },
  t3: { zh: '第三部分表下附注', en: 'note below table 3' },
  t4: { zh: '第四部分表下附注', en: 'note below table 4' },
  '5': { zh: '五、存在的主要问题及改进情况', en: 'chapter 5' },
  '6': { zh: '六、其他需要报告的事项', en: 'chapter 6' },
};

/** The printed name of a cell, or of the note below a table, which was saved like a remark once; ids are stable over formats, so the newest format that has it tells. An indicator is told by its key: its name may change. */
function labelOfCell(id: string, language: Language): string {
  if (isNoteKey(id)) return textNames[id][language];
  if (isIndicatorCell(id)) return `${messagesIn(language).office.indicators.title} ${id}`;
  for (const format of allFormats()) {
    const cell = format.cells.get(id);
    if (cell) return cellName(cell);
  }
  return id;
}

function allFormats(): Format[] {
  return [...formatIds].sort((a, b) => (a < b ? 1 : -1)).flatMap((id) => [getFormat(id, 'other_three'), getFormat(id, 'other_single')]);
}
