'use client';

import { useState } from 'react';
import { type CellId, cellName, getCell } from '@/server/domain/formats';
import { evaluateToken, type LocalFact, type ProseSources, printFact, type Sum, type Token } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { FactForm } from '../numbers/fact-form';
import { CellPicker } from './cell-picker';

const kinds = ['cell', 'sum', 'share', 'change', 'fact', 'literal'] as const;
type Kind = (typeof kinds)[number];

/** Puts a live number where the caret is: a cell, something computed of cells, a local fact, or words that count nothing. */
export function InsertPanel({
  page,
  sources,
  onFact,
  onInsert,
}: {
  page: ReportPage;
  sources: ProseSources;
  /** A fact was registered, which is inserted next. */
  onFact: (fact: LocalFact) => void;
  onInsert: (token: Token) => void;
}) {
  const words = useWritingMessages().editor.panel;
  const [kind, setKind] = useState<Kind>('cell');
  const [isLastYear, setIsLastYear] = useState(false);
  const takesLastYear = kind === 'cell' || kind === 'sum';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        <SelectField
          label={words.kind}
          value={kind}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'cell')}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </SelectField>
        {takesLastYear && sources.lastYear && (
          <label className="flex min-h-9 items-center gap-1.5 text-body">
            <input type="checkbox" className="size-4" checked={isLastYear} onChange={() => setIsLastYear(!isLastYear)} />
            {words.lastYear}
          </label>
        )}
      </div>
      {kind === 'cell' && (
        <CellPicker
          sources={sources}
          label={words.search}
          isLastYear={isLastYear}
          takesFocus
          onPick={(cell) => onInsert({ kind: 'sum', sum: [{ cell, sign: 1, isLastYear }], words: null })}
        />
      )}
      {kind === 'sum' && <SumOf sources={sources} isLastYear={isLastYear} onInsert={onInsert} />}
      {kind === 'share' && <ShareOf sources={sources} onInsert={onInsert} />}
      {kind === 'change' && <ChangeOf sources={sources} onInsert={onInsert} />}
      {kind === 'fact' && <FactOf page={page} onFact={onFact} onInsert={onInsert} />}
      {kind === 'literal' && <LiteralOf onInsert={onInsert} />}
    </div>
  );
}

function SumOf({ sources, isLastYear, onInsert }: { sources: ProseSources; isLastYear: boolean; onInsert: (token: Token) => void }) {
  const words = useWritingMessages().editor.panel;
  const [sum, setSum] = useState<Sum>([]);
  const turn = (at: number) => setSum(sum.map((term, index) => (index === at ? { ...term, sign: term.sign > 0 ? -1 : 1 } : term)));
  return (
    <>
      <ul className="flex flex-col">
        {sum.map(({ cell, sign, isLastYear: isEarlier }, at) => {
          const thisYear = cellName(getCell(sources.format, cell));
          const name = isEarlier ? words.ofLastYear(thisYear) : thisYear;
          return (
            <li key={`${cell} ${isEarlier}`} className="flex flex-wrap items-center gap-2 text-body">
              <Button isSmall aria-label={sign > 0 ? words.asMinus(name) : words.asPlus(name)} onClick={() => turn(at)}>
                {sign > 0 ? <Icon name="add" /> : '−'}
                {sign > 0 ? words.plus : words.minus}
              </Button>
              <span lang="zh-CN">{name}</span>
              <Button isSmall look="quiet" aria-label={words.remove(name)} onClick={() => setSum(sum.filter((_, index) => index !== at))}>
                <Icon name="close" />
              </Button>
            </li>
          );
        })}
      </ul>
      <Put sources={sources} token={sum.some((term) => term.sign > 0) ? { kind: 'sum', sum, words: null } : null} onInsert={onInsert} />
      <CellPicker
        sources={sources}
        label={words.search}
        isLastYear={isLastYear}
        takesFocus
        onPick={(cell) => {
          if (!sum.some((term) => term.cell === cell && term.isLastYear === isLastYear)) setSum([...sum, { cell, sign: 1, isLastYear }]);
        }}
      />
    </>
  );
}

function ShareOf({ sources, onInsert }: { sources: ProseSources; onInsert: (token: Token) => void }) {
  const words = useWritingMessages().editor.panel;
  const [part, setPart] = useState<CellId | null>(null);
  const [whole, setWhole] = useState<CellId | null>(null);
  const [decimals, setDecimals] = useState(2);
  const one = (cell: CellId): Sum => [{ cell, sign: 1, isLastYear: false }];
  const token: Token | null = part && whole ? { kind: 'share', part: one(part), whole: one(whole), decimals, words: null } : null;
  const picked = (cell: CellId | null) => (cell ? cellName(getCell(sources.format, cell)) : words.notChosen);
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <p className="text-body leading-6">
          {words.part}：<span lang="zh-CN">{picked(part)}</span>
          <br />
          {words.whole}：<span lang="zh-CN">{picked(whole)}</span>
        </p>
        <Decimals value={decimals} onChange={setDecimals} />
      </div>
      <Put sources={sources} token={token} onInsert={onInsert} />
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <CellPicker sources={sources} label={words.part} isLastYear={false} takesFocus onPick={setPart} />
        <CellPicker sources={sources} label={words.whole} isLastYear={false} onPick={setWhole} />
      </div>
    </>
  );
}

function ChangeOf({ sources, onInsert }: { sources: ProseSources; onInsert: (token: Token) => void }) {
  const words = useWritingMessages().editor.panel;
  const [cell, setCell] = useState<CellId | null>(null);
  const [isPercent, setIsPercent] = useState(true);
  const [decimals, setDecimals] = useState(2);
  const change = (direction: 'up' | 'down'): Token | null =>
    cell === null
      ? null
      : { kind: 'change', direction, of: [{ cell, sign: 1, isLastYear: false }], decimals: isPercent ? decimals : null, words: null };
  const up = change('up');
  const direction = up && evaluateToken(up, sources).problem === 'other_direction' ? 'down' : 'up';
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <SelectField
          label={words.kinds.change}
          value={isPercent ? 'percent' : 'difference'}
          onChange={(event) => setIsPercent(event.target.value === 'percent')}
        >
          <option value="percent">{words.asPercent}</option>
          <option value="difference">{words.asDifference}</option>
        </SelectField>
        {isPercent && <Decimals value={decimals} onChange={setDecimals} />}
      </div>
      {cell && (
        <p className="text-note leading-5 text-muted">
          <span lang="zh-CN">{cellName(getCell(sources.format, cell))}</span> · {words.changeHint(words[direction])}
        </p>
      )}
      <Put sources={sources} token={change(direction)} onInsert={onInsert} />
      <CellPicker sources={sources} label={words.search} isLastYear={false} takesFocus onPick={setCell} />
    </>
  );
}

function FactOf({ page, onFact, onInsert }: { page: ReportPage; onFact: (fact: LocalFact) => void; onInsert: (token: Token) => void }) {
  const words = useWritingMessages().editor.panel;
  const facts = page.facts.filter((fact) => !fact.isRetired);
  return (
    <>
      {facts.length > 0 && (
        <div>
          <h4 className="text-note text-muted">{words.known}</h4>
          <ul aria-label={words.known} className="flex flex-wrap gap-1">
            {facts.map((fact) => (
              <li key={fact.id}>
                <Button isSmall onClick={() => onInsert({ kind: 'fact', id: fact.id, words: null })}>
                  {fact.name} {printFact(fact)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h4 className="text-note text-muted">{words.newFact}</h4>
      <FactForm
        page={page}
        fact={{ name: '', value: '', unit: '', exactness: 'exact' }}
        onSaved={(fact) => {
          onFact(fact);
          onInsert({ kind: 'fact', id: fact.id, words: null });
        }}
      />
    </>
  );
}

function LiteralOf({ onInsert }: { onInsert: (token: Token) => void }) {
  const words = useWritingMessages().editor.panel;
  const [text, setText] = useState('');
  const literal = text.replace(/[{}\n]/g, '');
  return (
    <form
      className="flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (literal !== '') onInsert({ kind: 'literal', text: literal });
      }}
    >
      <TextField
        label={words.literal}
        hint={words.literalHint}
        autoFocus
        maxLength={60}
        lang="zh-CN"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button isSmall look="primary" type="submit" disabled={literal === ''}>
        {words.put}
      </Button>
    </form>
  );
}

function Decimals({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const words = useWritingMessages().editor.panel;
  return (
    <SelectField label={words.decimals} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {[0, 1, 2, 3, 4].map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </SelectField>
  );
}

/** What it would print, and the button that puts it there. */
function Put({ sources, token, onInsert }: { sources: ProseSources; token: Token | null; onInsert: (token: Token) => void }) {
  const { editor, prose } = useWritingMessages();
  if (!token) return null;
  const { shown, problem } = evaluateToken(token, sources);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button isSmall look="primary" onClick={() => onInsert(token)}>
        {editor.panel.put}
      </Button>
      <span className="text-body">{editor.panel.becomes(shown)}</span>
      {problem && <Notice tone="confirm">{prose.problems[problem]}</Notice>}
    </div>
  );
}
