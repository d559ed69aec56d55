export * from './can';
export * from './permission-table';
export * from './roles';
