import clsx from 'clsx';
import type { ComponentProps } from 'react';

/**
 * primary: the one act of a page. official: an act that binds the office (报送, 签字, 定稿), darker, in a double frame. plain: everything else. danger: takes
 * something away. quiet: inside dense work. And ways within a page, which change nothing: way, a word that leads to its place or opens more; place, the same in a
 * frame, for a quotation or a cell; row, one line of a list to take from.
 */
export type ButtonLook = 'primary' | 'official' | 'plain' | 'danger' | 'quiet' | 'way' | 'place' | 'row';

const ways = { way: 'way-button', place: 'place-button', row: 'row-button' };

const looks: Record<Exclude<ButtonLook, keyof typeof ways>, string> = {
  primary: 'border-act bg-act text-white hover:bg-act-deep disabled:bg-act/50 disabled:border-act/0',
  official: 'button-official',
  plain: 'button-plain',
  danger: 'border-wrong bg-paper text-wrong hover:bg-wrong-soft disabled:border-hairline disabled:text-muted',
  quiet: 'button-quiet',
};

export function buttonClass(look: ButtonLook = 'plain', isSmall = false): string {
  if (look === 'way' || look === 'place' || look === 'row') return ways[look];
  return clsx('button', isSmall ? 'min-h-control-small px-2 text-note' : 'min-h-control px-3.5 text-body', looks[look]);
}

export function Button({
  look = 'plain',
  isSmall = false,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook; isSmall?: boolean }) {
  return <button {...rest} type={type} className={clsx(buttonClass(look, isSmall), className)} />;
}
