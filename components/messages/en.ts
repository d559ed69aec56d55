import { everyPage } from './en/every-page';
import { looks } from './en/looks';
import { doors } from './en/office/doors';
import { writing } from './en/writing';
import type { AllMessages } from './zh';

export const en: AllMessages = { ...everyPage, ...writing, doors, looks };
