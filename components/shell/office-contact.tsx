'use client';

import { createContext, useContext } from 'react';
import { useMessages } from '../messages/messages-provider';

const Contact = createContext('');
/** How the office is reached, for whatever sends somebody to it. */
export const OfficeContact = Contact.Provider;

/** Beside a sentence that sends somebody to the office: how it is reached. Nothing where the office has not said. */
export function HowToReachTheOffice() {
  const contact = useContext(Contact);
  const { common } = useMessages();
  return contact === '' ? null : <span className="block">{common.contact(contact)}</span>;
}
