import { expect, test } from 'vitest';
import { nodeVersionProblem } from './node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '23.1.0', '24.0.0', '26.3.1'])('Node %s is supported', (version) => {
  expect(nodeVersionProblem(version)).toBeNull();
});

test.each(['12.22.0', '18.20.4', '20.18.3', '21.7.0', '22.11.0'])(
  'Node %s gets a sentence that names it and what to install',
  (version) => {
    expect(nodeVersionProblem(version)).toContain(`Node ${version} is not supported: install Node 24`);
  },
);
