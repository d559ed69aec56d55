#!/usr/bin/env node
import { isBundleFresh } from '../../scripts/run/bundle.mjs';
import { bundled } from '../programs.mjs';

if (isBundleFresh()) await import(bundled('nianbao'));
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
}
