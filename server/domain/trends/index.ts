export * from './measures';
export * from './trend';
