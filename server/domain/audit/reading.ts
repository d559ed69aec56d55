import type { Figure } from '../figures/figure';

/**
 * What was understood in a cell, as an event says it: `12`, `592372449:4` (the integer of the cell's smallest unit, and the printed decimals
 * where there are any), `/` for 不适用, `?` for what could not be read, nothing for what is not filled.
 */
export function readingOf(figure: Figure): string {
  switch (figure.state) {
    case 'number':
      return figure.decimals === 0 ? String(figure.value) : `${figure.value}:${figure.decimals}`;
    case 'not_applicable':
      return '/';
    case 'unreadable':
      return '?';
    case 'not_filled':
      return '';
    default:
      return figure satisfies never;
  }
}
