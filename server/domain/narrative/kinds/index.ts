import { counts } from './counts';
import type { Kind } from './kind';
import { language } from './language';
import { relations } from './relations';

export type { Kind, Said } from './kind';

/** Every kind of sentence, in the order of docs/rules.md. */
export const kinds: readonly Kind[] = [...counts, ...relations, ...language];
