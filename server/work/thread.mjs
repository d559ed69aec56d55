import { register } from 'tsx/esm/api';

register();
const { work } = await import('./work-in-thread.ts');
export default work;
