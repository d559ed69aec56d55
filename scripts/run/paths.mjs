import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const root = at('.');
export const installStamp = at('node_modules/.nianbao-install');
export const buildStamp = at('.next/nianbao-build');
export const buildId = at('.next/BUILD_ID');
export const lockFile = at('.nianbao/run.lock');
export const logFolder = at('.nianbao/logs');
export const reportFolder = at('.nianbao/test');
