'use client';

import Form from 'next/form';
import { type ComponentProps, useEffect, useRef } from 'react';
import { followAddress } from './follow-address';

/**
 * A form that asks for a list, and whose fields say what the address asks for. It stays while another address comes, so that whoever
 * chooses or types in it goes on where they are; its fields have a `defaultValue`, and follow the address by themselves.
 *
 * @param asked by the fields' names; '' where nothing is asked
 */
export function FilterForm({
  asked,
  ...form
}: { asked: Readonly<Record<string, string | number>> } & Omit<ComponentProps<typeof Form>, 'ref'>) {
  const own = useRef<HTMLFormElement>(null);
  const said = JSON.stringify(asked);
  const followed = useRef(said);
  useEffect(() => {
    if (!own.current || followed.current === said) return;
    followed.current = said;
    followAddress([...own.current.querySelectorAll<HTMLInputElement>('input, select')], JSON.parse(said), document.activeElement);
  }, [said]);
  return <Form ref={own} {...form} />;
}
