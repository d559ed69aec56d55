'use client';

import { createContext } from 'react';

/** Whose texts are kept: the id of the person the page was made for. */
export const KeptOwner = createContext('');
