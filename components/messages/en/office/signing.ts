import type { Messages } from '../../zh';

export const signing: Messages['office']['signing'] = { title: 'Signing steps' };
