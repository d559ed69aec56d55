'use client';

import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { escapeHtml } from '@/server/domain/escape-html';
import { copiedLines, linesOfHtml } from '../../clipboard/copied-lines';
import { parseCopied } from '../../clipboard/inert-html';
import { textChange, textInsertion } from './apply-text';
import { offsetOf, placeOf, storedInline, storedOf } from './doc-places';
import { liveNumber } from './live-number';
import type { NumberShelf } from './number-shelf';
import { docOfText, inlinesOf } from './text-doc';
import { setMarks, type TextMarks, textMarks } from './text-marks';
import { History, Paragraph, TextDocument, Words } from './text-schema';

/** What whoever stands around the box may do with its text, which is always the stored one. */
export interface TextBox {
  stored: () => string;
  /** Puts a text in its place, only where it differs. @param isOwn undo takes it back */
  apply: (text: string, isOwn: boolean) => void;
  /** Selects a stretch; if its words are elsewhere by now, the first such words. */
  show: (place: { start: number; end: number; snippet: string }) => void;
  mark: (marks: TextMarks) => void;
  /** Puts stored words or a token where the caret is, or in the place of what is selected. */
  insert: (stored: string) => void;
  focus: () => void;
  /** Scrolls until the caret is above this height of the window. */
  keepAbove: (top: number) => void;
  isComposing: () => boolean;
  /** Where the caret or the selected number stands, in the stored text. */
  caret: () => number;
  /** The selected words, or else the paragraph of the caret. */
  quote: () => string;
}

export interface EditorBoxProps {
  id: string;
  label: string;
  describedBy: string;
  initial: string;
  shelf: NumberShelf;
  className: string;
  onReady: (box: TextBox) => void;
  /** After every change that is no pinyin. */
  onTyped: () => void;
  onLeave: () => void;
  /** A number was asked for: clicked, or by key. */
  onAsk: (isByKey: boolean) => void;
  /** `{{` was typed. */
  onInsert: () => void;
  /** What a screen reader should hear of the number that is selected now. */
  onSelect: (source: string | null) => void;
}

/** How long after its end an input method may still hand over its words. */
const compositionRestMs = 60;

/** A text under work: plain paragraphs with live numbers in them. It asks nothing of React while somebody types. */
export function EditorBox(props: EditorBoxProps) {
  const { shelf, initial } = props;
  const latest = useRef(props);
  // For ProseMirror, which keeps the handlers it was made with.
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [nonce] = useState(() => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');
  const editor = useEditor({
    extensions: [
      TextDocument,
      Paragraph,
      Words,
      liveNumber(shelf, (isByKey) => latest.current.onAsk(isByKey)),
      History,
      Extension.create({
        name: 'text-marks',
        addProseMirrorPlugins: () => [textMarks()],
        addKeyboardShortcuts: () => ({
          'Alt-Enter': () => {
            latest.current.onAsk(true);
            return true;
          },
        }),
      }),
    ],
    content: docOfText(initial),
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    enableInputRules: false,
    enablePasteRules: false,
    // It would compare every change's ranges for an event nobody listens to.
    enableCoreExtensions: { delete: false },
    injectNonce: nonce,
    parseOptions: { preserveWhitespace: 'full' },
    editorProps: {
      attributes: {
        id: props.id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
        'aria-describedby': props.describedBy,
        lang: 'zh-CN',
        spellcheck: 'false',
        class: props.className,
      },
      clipboardTextSerializer: (slice) => printed(slice, shelf),
      transformPastedHTML: (html) => `<p>${escapeHtml(linesIn(html).join('\n')).replaceAll('\n', '</p><p>')}</p>`,
      handlePaste: (view, event) => {
        const data = event.clipboardData;
        if (!data) return false;
        const lines = copiedLines(data);
        if (lines.length === 0) return true;
        const content = lines.map((line) => view.state.schema.nodeFromJSON({ type: 'paragraph', content: inlinesOf(line) }));
        view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(content), 1, 1)).scrollIntoView());
        return true;
      },
      handleTextInput: (view, from, _, typed) => {
        if (!/^[{｛]$/.test(typed) || !/[{｛]$/.test(view.state.doc.textBetween(Math.max(0, from - 1), from, '\n', '\n'))) return false;
        view.dispatch(view.state.tr.delete(from - 1, from));
        latest.current.onInsert();
        return true;
      },
      handleClick: (view, place, event) => {
        const target = event.target instanceof Element ? event.target : null;
        if (target?.closest('.live-number')) {
          latest.current.onAsk(false);
          return true;
        }
        if (!target?.closest('.untyped-number')) return false;
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place)));
        latest.current.onAsk(false);
        return true;
      },
      handleDOMEvents: {
        keydown: findCaret,
        copy: findCaret,
        cut: findCaret,
        paste: findCaret,
        blur: () => {
          latest.current.onLeave();
          return false;
        },
        compositionend: (view) => {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing) latest.current.onTyped();
          }, compositionRestMs);
          return false;
        },
      },
    },
    onCreate: ({ editor: made }) => latest.current.onReady(boxOf(made)),
    onUpdate: ({ editor: changed }) => {
      if (!changed.view.composing) latest.current.onTyped();
    },
    onSelectionUpdate: ({ editor: changed }) => {
      const { selection } = changed.state;
      latest.current.onSelect(selection instanceof NodeSelection ? storedInline(selection.node) : null);
    },
  });
  useEffect(() => {
    editor?.view.dom.setAttribute('aria-label', props.label);
  }, [editor, props.label]);
  return <EditorContent editor={editor} />;
}

const lineRoom = 16;

type Editor = NonNullable<ReturnType<typeof useEditor>>;

function boxOf(editor: Editor): TextBox {
  return {
    stored: () => storedOf(editor.state.doc),
    apply: (text, isOwn) => {
      findCaret(editor.view);
      const change = textChange(editor.state, text, isOwn);
      if (change) editor.view.dispatch(change);
    },
    show: ({ start, end, snippet }) => {
      const stored = storedOf(editor.state.doc);
      const at = stored.slice(start, end) === snippet ? start : stored.indexOf(snippet);
      editor.view.dom.scrollIntoView({ block: 'center' });
      editor.view.focus();
      if (at < 0) return;
      const { doc, tr } = editor.state;
      const [from, to] = [placeOf(doc, at), placeOf(doc, at + snippet.length)];
      const node = doc.nodeAt(from);
      const isNumber = node?.type.name === 'number' && from + node.nodeSize === to;
      editor.view.dispatch(
        tr.setSelection(isNumber ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to)).scrollIntoView(),
      );
      const shown = editor.view.domAtPos(from).node;
      (shown instanceof Element ? shown : shown.parentElement)?.scrollIntoView({ block: 'center' });
    },
    mark: (marks) => {
      if (editor.view.composing || storedOf(editor.state.doc) !== marks.stored) return;
      findCaret(editor.view);
      const { doc, tr } = editor.state;
      const { key, set } = setMarks(doc, marks);
      editor.view.dispatch(tr.setMeta(key, set).setMeta('addToHistory', false));
    },
    insert: (stored) => {
      findCaret(editor.view);
      editor.view.dispatch(textInsertion(editor.state, stored).scrollIntoView());
      editor.view.focus();
    },
    focus: () => editor.view.focus(),
    keepAbove: (top) => {
      const { bottom } = editor.view.coordsAtPos(editor.state.selection.from);
      if (bottom + lineRoom > top) window.scrollBy(0, bottom + lineRoom - top);
    },
    isComposing: () => editor.view.composing,
    caret: () => offsetOf(editor.state.doc, editor.state.selection.from),
    quote: () => {
      const { doc, selection } = editor.state;
      const stored = storedOf(doc);
      const [from, to] = [offsetOf(doc, selection.from), offsetOf(doc, selection.to)];
      const chosen = stored.slice(from, to);
      if (chosen.trim() !== '' && !chosen.includes('\n')) return chosen;
      const start = stored.lastIndexOf('\n', from - 1) + 1;
      const end = stored.indexOf('\n', from);
      return stored.slice(start, end < 0 ? stored.length : end);
    },
  };
}

/** What leaves the editor is what is printed. */
function printed(slice: Slice, shelf: NumberShelf): string {
  const lines: string[] = [];
  let line = '';
  const read = (content: Fragment): void =>
    content.forEach((one) => {
      if (one.type.name === 'paragraph') {
        read(one.content);
        lines.push(line);
        line = '';
      } else line += one.isText ? (one.text ?? '') : shelf.describe(storedInline(one)).shown;
    });
  read(slice.content);
  if (line !== '') lines.push(line);
  return lines.join('\n');
}

/**
 * The browser tells of a moved caret a task later; what acts meanwhile would act where the caret was before, and put it back there: a key,
 * and also a colour or a colleague's words that come by themselves.
 */
function findCaret(view: EditorView): boolean {
  if (!view.composing) document.dispatchEvent(new Event('selectionchange'));
  return false;
}

function linesIn(html: string): string[] {
  return linesOfHtml(parseCopied(html));
}
