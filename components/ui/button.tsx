import clsx from 'clsx';
import type { ComponentProps } from 'react';

/** primary: the one act of a page. official: an official act (报送, 定稿), in seal red. plain: everything else. quiet: inside dense work. */
export type ButtonLook = 'primary' | 'official' | 'plain' | 'quiet';

const looks: Record<ButtonLook, string> = {
  primary: 'border-act bg-act text-white hover:bg-[#173b5c] disabled:bg-act/50 disabled:border-act/0',
  official: 'border-seal bg-seal text-white hover:bg-[#8f1e18] disabled:bg-seal/50 disabled:border-seal/0',
  plain: 'button-plain',
  quiet: 'button-quiet',
};

export function buttonClass(look: ButtonLook = 'plain', isSmall = false): string {
  return clsx('button', isSmall ? 'min-h-7 px-2 text-sm' : 'min-h-9 px-3.5 text-[15px]', looks[look]);
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
