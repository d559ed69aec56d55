export * from './board-list';
export * from './name-key';
export * from './printable-name';
export * from './tree-order';
export * from './unit-choice';
export * from './unit-kind';
