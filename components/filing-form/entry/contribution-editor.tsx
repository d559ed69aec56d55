'use client';

import { useLayoutEffect, useMemo, useRef } from 'react';
import { linesField } from '../../clipboard/lines-field';
import { useMessages } from '../../messages/messages-provider';
import { useFiling } from '../filing-context';
import { textPlace } from '../outbox/entry';
import { useValue } from '../store/value';
import { inputId } from './cell-element';
import { useComposition } from './use-composition';

/** What section 一 of the report is advised to stay within. @source 国办公开办函〔2021〕30号 */
const advisedCharacters = 1000;

/** The unit's plain text. Uncontrolled and composition-aware, like the figures; counted as a reader counts characters. */
export function ContributionEditor() {
  const { store } = useFiling();
  const { text: words } = useMessages().clerk;
  const { text, revision } = useValue(store.contribution);
  const area = useRef<HTMLTextAreaElement>(null);
  const composition = useComposition(store);
  const count = useMemo(() => countCharacters(text), [text]);
  const shownRevision = useRef(revision);
  // Before anybody can type over it: a change is based on the version whose text stands in the input.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || shownRevision.current === revision || element.hasAttribute('data-composing')) return;
    shownRevision.current = revision;
    if (element.value !== text) element.value = text;
  }, [revision, text]);
  const isLong = count > advisedCharacters;
  return (
    <div className="flex max-w-form flex-col gap-1.5">
      <label htmlFor={inputId(textPlace)} className="text-head font-semibold">
        {words.label}
      </label>
      <p id="contribution-hint" className="text-note text-muted">
        {words.hint}
      </p>
      <textarea
        ref={area}
        id={inputId(textPlace)}
        lang="zh-CN"
        aria-describedby="contribution-hint contribution-count"
        rows={16}
        defaultValue={text}
        readOnly={!store.canEdit}
        onCompositionStart={(event) => composition.start(event, textPlace)}
        onCompositionEnd={(event) => {
          store.type(textPlace, event.currentTarget.value);
          composition.end(event);
        }}
        onInput={(event) => !composition.isOn() && store.type(textPlace, event.currentTarget.value)}
        {...linesField}
        onBlur={() => store.canEdit && store.commit()}
        className="w-full rounded border border-hairline bg-paper px-4 py-3 font-serif text-head leading-8 hover:border-act/50 read-only:bg-desk"
      />
      <p id="contribution-count" className={isLong ? 'text-note text-confirm' : 'text-note text-muted'}>
        {isLong ? `！${words.tooLong(count)}` : words.count(count)}
      </p>
    </div>
  );
}

function countCharacters(text: string): number {
  const written = text.replace(/\s/gu, '');
  return typeof Intl.Segmenter === 'function' ? [...new Intl.Segmenter('zh').segment(written)].length : [...written].length;
}
