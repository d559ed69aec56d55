export * from './board-list';
export * from './unit-kind';
