export * from './board-list';
export * from './name-key';
export * from './printable-name';
export * from './unit-kind';
