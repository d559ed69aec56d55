export * from './contribution';
export * from './standing';
