import { register } from 'tsx/esm/api';

register();
const { default: work } = await import('./work-in-thread.ts');
export default work;
