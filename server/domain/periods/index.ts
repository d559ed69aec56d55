export * from './quarter';
export * from './sense';
