export * from './attachment';
export * from './file-name';
export * from './judge-file';
export * from './limits';
