'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { countCards } from '@/server/domain/checks/gather-repeated';
import type { CellId, Format } from '@/server/domain/formats';
import type { TextPlace } from '@/server/domain/subject';
import type { ReportObstacle } from '@/server/domain/workflow';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../messages/writing-words';
import { SigningPanel } from '../signing/signing-panel';
import type { Tone } from '../ui/notice';
import { Tabs } from '../ui/tabs';
import { EditionsPanel } from './edition/editions-panel';
import { FinalisePanel } from './edition/finalise-panel';
import { AdjustmentsPanel } from './findings/adjustments-panel';
import { CorrectionsPanel } from './findings/corrections-panel';
import { FindingsPanel } from './findings/findings-panel';
import { MaterialPanel } from './material/material-panel';
import { NumbersPanel } from './numbers/numbers-panel';
import { MissingUnits } from './paper/missing-units';
import { type ReportPanel, type ReportTab, tabOfObstacle } from './report-places';
import { ChaptersPanel } from './text/chapters-panel';

/** Beside the paper, in three tabs: what the checks say, what the texts need, the way to the edition. */
export function ReportAside({
  page,
  format,
  tab,
  onTab,
  onLead,
  onShow,
  onShowText,
}: {
  page: ReportPage;
  format: Format;
  tab: ReportTab;
  onTab: (tab: ReportTab) => void;
  onLead: (place: string) => void;
  onShow: (cells: readonly CellId[]) => void;
  onShowText: (place: TextPlace) => void;
}) {
  const { report } = useWritingMessages();
  const notes = useNotes(page);
  const draw = (name: ReportTab, panel: ReactNode) => ({
    name,
    title: report.tabs[name],
    note: <span className={clsx(inks[notes[name].tone])}>{notes[name].words}</span>,
    panel,
  });
  return (
    <aside aria-label={report.tabs.label} className="flex flex-col gap-3 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] print:hidden">
      <Tabs
        label={report.tabs.label}
        chosen={tab}
        onChoose={onTab}
        panelClass="flex flex-col gap-4 rounded lg:min-h-0 lg:overflow-y-auto"
        tabs={[
          draw(
            'check',
            <>
              <Place name="missing">
                <MissingUnits page={page} />
              </Place>
              <Place name="findings">
                <FindingsPanel page={page} format={format} onShow={onShow} onShowText={onShowText} />
              </Place>
              <Place name="adjustments">
                <AdjustmentsPanel page={page} format={format} onShow={onShow} />
              </Place>
            </>,
          ),
          draw(
            'text',
            <>
              <Place name="chapters">
                <ChaptersPanel page={page} onLead={onLead} />
              </Place>
              <Place name="numbers">
                <NumbersPanel page={page} onShowText={onShowText} />
              </Place>
              <Place name="material">
                <MaterialPanel page={page} />
              </Place>
            </>,
          ),
          draw(
            'final',
            <>
              <Place name="signing">
                <SigningPanel page={page} format={format} />
              </Place>
              <Place name="finalise">
                <FinalisePanel page={page} format={format} onLead={onLead} />
              </Place>
              <Place name="corrections">
                <CorrectionsPanel page={page} />
              </Place>
              <Place name="editions">
                <EditionsPanel page={page} />
              </Place>
            </>,
          ),
        ]}
      />
    </aside>
  );
}

/** A panel that links lead to. */
function Place({ name, children }: { name: ReportPanel; children: ReactNode }) {
  return (
    <div id={name} tabIndex={-1} className="flex scroll-mt-1 flex-col gap-4 rounded empty:hidden">
      {children}
    </div>
  );
}

const inks: Record<Tone, string> = {
  wrong: 'text-wrong',
  confirm: 'text-confirm',
  done: 'text-done',
  act: 'text-act',
  plain: 'text-muted',
};

interface Note {
  tone: Tone;
  words: string;
}

/** What waits in each tab: the weightiest with its count. */
function useNotes(page: ReportPage): Record<ReportTab, Note> {
  const { report, editor, signing: words } = useWritingMessages();
  const { notes } = report.tabs;
  const kinds = (...of: ReportObstacle['kind'][]) => page.obstacles.filter((one) => of.includes(one.kind)).length;
  const done: Note = { tone: 'done', words: notes.done };
  const cards = countCards(page.findings, page.explanations);
  const check = (): Note => {
    const mustFix = cards.must_fix;
    const all = mustFix + kinds('not_filled', 'unreadable');
    if (all > 0) return { tone: 'wrong', words: (all === mustFix ? notes.mustFix : notes.open)(all) };
    const { confirm } = cards;
    if (confirm > 0) return { tone: 'confirm', words: notes.confirm(confirm) };
    const adjustments = kinds('adjustment');
    return adjustments > 0 ? { tone: 'confirm', words: notes.adjustments(adjustments) } : done;
  };
  const text = (): Note => {
    const [empty, carried, numbers] = [kinds('empty_chapter'), kinds('carried_paragraph'), kinds('untyped_number', 'broken_number')];
    const all = page.obstacles.filter((one) => tabOfObstacle(one) === 'text').length;
    if (all === empty && empty > 0) return { tone: 'confirm', words: notes.empty(empty) };
    if (all === carried && carried > 0) return { tone: 'confirm', words: notes.carried(carried) };
    if (all === numbers && numbers > 0) return { tone: 'confirm', words: notes.numbers(numbers) };
    if (all > 0) return { tone: 'confirm', words: notes.open(all) };
    const suggestions = page.suggestions.filter((one) => one.decision === null).length;
    if (suggestions > 0) return { tone: 'act', words: editor.tab.suggestions(suggestions) };
    const comments = page.comments.filter((one) => one.repliesTo === null && one.resolvedAt === null).length;
    return comments > 0 ? { tone: 'act', words: editor.tab.comments(comments) } : done;
  };
  const final = (): Note => {
    const { steps } = page.signing;
    const signed = steps.filter((one) => one.state === 'signed').length;
    const lapsed = steps.filter((one) => one.state === 'lapsed').length;
    if (steps.length > 0)
      return { tone: lapsed > 0 ? 'confirm' : signed === steps.length ? 'done' : 'plain', words: words.count(signed, steps.length) };
    const [newest] = page.editions;
    return newest ? { tone: 'plain', words: report.edition(newest.number) } : { tone: 'plain', words: report.noEdition };
  };
  return { check: check(), text: text(), final: final() };
}
