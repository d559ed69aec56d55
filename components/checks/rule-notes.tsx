'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';
import type { NoteOnRule } from '@/server/queries/rule-notes';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { TextArea } from '../ui/field';
import { useKeptText } from '../ui/use-kept-text';

/** On a finding: what was said about its rule and what the office answered, and the way to say that the rule is wrong. */
export function RuleNotes({
  rule,
  notes,
  mayNote,
  onNote,
}: {
  rule: string;
  notes: readonly NoteOnRule[];
  mayNote: boolean;
  /** Sends it, and loads anew what the page shows. */
  onNote: (text: string) => Promise<void>;
}) {
  const { ruleTalk } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const said = notes.filter((note) => note.rule === rule);
  return (
    <div className="rule-talk">
      {said.map((note) => (
        <div key={note.id} className="w-full rounded bg-desk px-2 py-1">
          <p>
            <span className="text-muted">{ruleTalk.noteBy(note.writtenBy)}</span>
            {note.text}
          </p>
          {note.answer ? (
            <p className="text-done">
              {ruleTalk.answerBy(note.answer.by)}
              {note.answer.text}
            </p>
          ) : (
            <p className="text-muted">{ruleTalk.noteWaiting}</p>
          )}
        </div>
      ))}
      {mayNote && (
        <Button look="quiet" isSmall className="-ml-2 text-note" aria-label={ruleTalk.noteRuleOf(rule)} onClick={() => setIsOpen(true)}>
          {ruleTalk.noteRule}
        </Button>
      )}
      {isOpen && <NoteDialog rule={rule} onNote={onNote} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

function NoteDialog({ rule, onNote, onClose }: { rule: string; onNote: (text: string) => Promise<void>; onClose: () => void }) {
  const { ruleTalk, common } = useMessages();
  const language = useLanguage();
  const [text, setText, forget] = useKeptText(`note ${usePathname()} ${rule}`);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  async function send(): Promise<void> {
    setIsBusy(true);
    setAnswer(null);
    try {
      await onNote(text);
      forget();
      onClose();
    } catch (error) {
      setAnswer(answerOf(error, language));
      setIsBusy(false);
    }
  }
  return (
    <Dialog isOpen onClose={onClose} title={ruleTalk.noteTitle(rule)}>
      <form
        method="post"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextArea
          label={ruleTalk.noteLabel}
          hint={ruleTalk.noteHint}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ActAnswer answer={answer} className="empty:-mb-3" />
        <DialogActs>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={isBusy || text.trim() === ''}>
            {ruleTalk.noteSend}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
