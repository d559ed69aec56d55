'use client';

import Form from 'next/form';
import { type ComponentProps, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { backWatch, followAddress } from './follow-address';

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
  const [back] = useState(backWatch);
  useEffect(() => {
    const note = () => back.wentTo(window.location.href);
    window.addEventListener('popstate', note);
    return () => window.removeEventListener('popstate', note);
  }, [back]);
  useEffect(() => {
    if (!own.current || followed.current === said) return;
    followed.current = said;
    const fields = [...own.current.querySelectorAll<HTMLInputElement>('input, select')];
    followAddress(fields, JSON.parse(said), { focused: document.activeElement, wentBack: back.isBackAt(window.location.href) });
  }, [said, back]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    back.asks();
    form.onSubmit?.(event);
  };
  return <Form ref={own} {...form} onSubmit={submit} />;
}
