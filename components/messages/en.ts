import { everyPage } from './en/every-page';
import { writing } from './en/writing';
import type { Messages } from './zh';

export const en: Messages = { ...everyPage, ...writing };
