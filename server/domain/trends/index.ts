export * from './measures';
export * from './trend';
export * from './whole-levels';
