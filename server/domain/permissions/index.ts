export * from './can';
export * from './department-admin';
export * from './permission-table';
export * from './roles';
