import { expect, test } from 'vitest';
import { missingToolsSentence } from './tools.mjs';

test('one sentence names each missing tool and the command that installs it', () => {
  expect(missingToolsSentence(['g++'], 'linux')).toMatch(/^Missing: g\+\+\. .*apt-get install -y python3 make g\+\+/);
  expect(missingToolsSentence(['make', 'g++'], 'darwin')).toMatch(/^Missing: make, g\+\+\. .*xcode-select --install/);
});
