export * from './apply-slip';
export * from './printed-effect';
export * from './slip';
export * from './slip-effect';
export * from './standing-quarter';
