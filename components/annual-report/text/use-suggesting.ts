'use client';

import { type RefObject, useRef, useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import { mergeTexts } from '@/server/domain/writing';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import type { TextBox } from '../editor/editor-box';
import { keyOf } from '../report-key';
import { keptDraft } from './kept-draft';

interface Ground {
  text: string;
  version: number;
}

/**
 * What somebody would change in a text and has not sent: it stands in the box, is kept in this browser tab, and touches nothing that is
 * stored. `ground` is the text it was made of, as it was when the first change was made.
 */
export function useSuggesting(
  page: ReportPage,
  textKey: ProseKey,
  saving: { ground: () => Ground; drawnGround: Ground },
  box: RefObject<TextBox | null>,
) {
  const { editor } = useWritingMessages();
  const stored = saving.ground;
  const client = useTRPCClient();
  const act = useAct();
  const key = keyOf(page);
  const draft = keptDraft(key, textKey, 'suggestion');
  const began = useRef<Ground | null>(null);
  const [ground, setGround] = useState<Ground | null>(null);

  const begin = (from: Ground | null) => {
    began.current = from;
    setGround(from);
  };
  const drop = () => {
    draft.drop();
    begin(null);
    box.current?.apply(stored().text, false);
  };
  return {
    ground: ground ?? saving.drawnGround,
    isBusy: act.isBusy,
    answer: act.answer,
    change: (text: string) => {
      const from = began.current ?? stored();
      if (text === from.text) {
        draft.drop();
        if (began.current) begin(null);
        return;
      }
      if (!began.current) begin(from);
      draft.keep({ text, base: from.text, version: from.version });
    },
    /** What was typed before a reload, put into what is stored by now where that is possible. */
    restore: () => {
      const kept = draft.read();
      if (!kept) return;
      const now = stored();
      const merged = mergeTexts({ base: kept.base, mine: kept.text, theirs: now.text }).text;
      begin(merged === null ? { text: kept.base, version: kept.version } : now);
      box.current?.apply(merged ?? kept.text, false);
    },
    drop,
    send: async (reason: string) => {
      const from = began.current ?? stored();
      const text = box.current?.stored() ?? '';
      const sent = await act.run(
        () => client.report.suggest.mutate({ ...key, key: textKey, text, baseVersion: from.version, reason }),
        ({ ids }) => editor.suggesting.sent(ids.length),
      );
      if (sent) drop();
      return sent !== null;
    },
  };
}
