'use client';

import clsx from 'clsx';
import { type ComponentProps, useRef } from 'react';
import { Button } from './button';
import { useSettled } from './use-settled';

/**
 * The button of an act that binds: approving, countersigning, signing, finalising, unlocking. It takes no click, and no key, in its first second
 * at a place, nor one that was on its way to something else: so nobody does with the second of two quick clicks what they never read.
 * It stays in the order of Tab meanwhile.
 */
export function BindingButton({ onClick, className, ...rest }: Omit<ComponentProps<typeof Button>, 'ref' | 'aria-disabled'>) {
  const button = useRef<HTMLButtonElement>(null);
  const { isSettled, isMeant } = useSettled(button);
  return (
    <Button
      {...rest}
      ref={button}
      aria-disabled={isSettled ? undefined : true}
      className={clsx('aria-disabled:opacity-60', className)}
      onClick={(event) => {
        if (isMeant(event)) onClick?.(event);
        else event.preventDefault();
      }}
    />
  );
}
