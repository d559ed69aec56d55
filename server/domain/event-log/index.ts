export * from './fold-events';
export * from './object-words';
