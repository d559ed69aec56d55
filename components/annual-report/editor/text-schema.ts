import { Extension, Node } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { stepsOfUndo } from './steps-of-undo';

/** The report's texts are plain: paragraphs of words and live numbers. No marks, no headings; what is printed is made by the faces. */
export const TextDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

export const Paragraph = Node.create({
  name: 'paragraph',
  content: 'inline*',
  // Every blank counts: the stored text is kept to the character.
  whitespace: 'pre',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() {
    // A line is a paragraph; there is no break within one.
    return { 'Shift-Enter': () => this.editor.commands.splitBlock() };
  },
});

export const Words = Node.create({ name: 'text', group: 'inline' });

export const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins() {
    const keys = { 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo };
    return [...stepsOfUndo(), keymap(keys)];
  },
});
