import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { NumberShelf } from './number-shelf';

/** A live number in the text: one piece, drawn by plain DOM, for a text has hundreds. Enter, Space or a click asks what it is. */
export function liveNumber(shelf: NumberShelf, onAsk: (isByKey: boolean) => void) {
  return Node.create({
    name: 'number',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({ source: { default: '' } }),
    parseHTML: () => [{ tag: 'span[data-number]', getAttrs: (element) => ({ source: element.getAttribute('data-number') ?? '' }) }],
    renderHTML: ({ node }) => {
      const source = String(node.attrs.source);
      return ['span', { 'data-number': source }, shelf.describe(source).shown];
    },
    addKeyboardShortcuts() {
      const ask = (): boolean => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'number') return false;
        onAsk(true);
        return true;
      };
      return { Enter: ask, Space: ask };
    },
    addNodeView:
      () =>
      ({ node }) => {
        let source = String(node.attrs.source);
        const dom = document.createElement('span');
        dom.className = 'live-number';
        dom.setAttribute('role', 'button');
        const draw = (): void => {
          const number = shelf.describe(source);
          const warns = number.isZeroOrOne || number.lostWords !== null ? 'true' : 'false';
          const label = shelf.label(number);
          if (dom.textContent !== number.shown) dom.textContent = number.shown;
          if (dom.dataset.kind !== number.kind) dom.dataset.kind = number.kind;
          if (dom.dataset.warns !== warns) dom.dataset.warns = warns;
          if (dom.getAttribute('aria-label') !== label) dom.setAttribute('aria-label', label);
        };
        draw();
        const stop = shelf.watch(draw);
        return {
          dom,
          update: (next) => {
            if (next.type.name !== 'number') return false;
            source = String(next.attrs.source);
            draw();
            return true;
          },
          ignoreMutation: () => true,
          destroy: stop,
        };
      },
  });
}
