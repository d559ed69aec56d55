export * from './pending-act';
export * from './three-duties';
