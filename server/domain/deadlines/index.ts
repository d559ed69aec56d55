export * from './due-lock';
export * from './due-of';
export * from './extension';
export * from './statutory-day';
