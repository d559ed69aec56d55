export * from './board-list';
export * from './name-key';
export * from './unit-kind';
