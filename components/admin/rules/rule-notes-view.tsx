'use client';

import { useState } from 'react';
import type { OfficeRuleNote, RuleNoteList } from '@/server/queries/rule-notes';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { isSearchable } from '../../shell/list-address';
import { ListSearch } from '../../shell/list-search';
import { Pager } from '../../shell/pager';
import { Button } from '../../ui/button';
import { Link } from '../../ui/link';
import { bodyCell, ListTable } from '../../ui/list-table';
import { Moment } from '../../ui/moment';
import { EmptyState, PageHead } from '../../ui/page';
import { AnswerRuleNote } from './answer-rule-note';

const path = '/office/rule-notes';

/** What clerks and reviewers say of the rules, and what the office answers. */
export function RuleNotesView({ notes, page, search, open }: RuleNoteList) {
  const { lists, office } = useWritingMessages();
  const words = office.ruleNotes;
  const [answering, setAnswering] = useState<OfficeRuleNote | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { rule, text, where, who, answer: answerHead } = words.columns;
  return (
    <>
      <PageHead title={words.title} context={words.context} />
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      {isSearchable(page, search) && <ListSearch path={path} search={search} label={words.find} found={page.of} />}
      {notes.length === 0 ? (
        <EmptyState title={search ? lists.nothingFound(search) : words.emptyTitle}>
          {search ? lists.nothingFoundHint : words.emptyHint}
        </EmptyState>
      ) : (
        <>
          <p className="pb-2 text-body">{words.open(open)}</p>
          <ListTable caption={words.title} heads={[rule, text, where, who, answerHead]}>
            {notes.map((note) => (
              <NoteRow key={note.id} note={note} onAnswer={() => setAnswering(note)} />
            ))}
          </ListTable>
        </>
      )}
      <Pager at={page} path={path} kept={{ search }} />
      {answering && (
        <AnswerRuleNote
          note={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null);
            setAnswer({ tone: 'done', text: words.answered });
          }}
        />
      )}
    </>
  );
}

function NoteRow({ note, onAnswer }: { note: OfficeRuleNote; onAnswer: () => void }) {
  const { common, office } = useWritingMessages();
  const words = office.ruleNotes;
  const period = note.year === null ? '' : note.quarter === null ? words.reportOf(note.year) : common.period(note.year, note.quarter);
  return (
    <tr className="align-top hover:bg-desk/60">
      <th scope="row" className={`${bodyCell} font-mono text-note whitespace-nowrap`}>
        <Link href={`/rules#${note.rule}`} className="inline-flex min-h-7 items-center text-act underline underline-offset-2">
          {note.rule}
        </Link>
      </th>
      <td className={`${bodyCell} max-w-field break-words`}>{note.text}</td>
      <td className={bodyCell}>
        {note.unitName}
        <br />
        {note.href ? (
          <Link href={note.href} className="inline-flex min-h-7 items-center text-act underline underline-offset-2">
            {period}
          </Link>
        ) : (
          period
        )}
      </td>
      <td className={`${bodyCell} text-note whitespace-nowrap`}>
        {note.writtenBy}
        <br />
        <span className="text-muted">
          <Moment at={note.writtenAt} />
        </span>
      </td>
      <td className={`${bodyCell} max-w-field break-words`}>
        {note.answer && (
          <p>
            {note.answer.text}
            <span className="block text-note text-muted">
              {note.answer.by} <Moment at={note.answer.at} />
            </span>
          </p>
        )}
        <Button isSmall look={note.answer ? 'quiet' : 'plain'} aria-label={words.answerOf(note.rule, note.writtenBy)} onClick={onAnswer}>
          {note.answer ? words.change : words.answer}
        </Button>
      </td>
    </tr>
  );
}
