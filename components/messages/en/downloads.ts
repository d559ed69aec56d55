import type { Messages } from '../zh';

export const downloads: Messages['downloads'] = {
  making: (what) => `Making the file; it downloads by itself when it is there (${what}).`,
  queued: (what, ahead) =>
    ahead === 0
      ? `Waiting; this one is next (${what}). Leaving the page cancels it.`
      : `Waiting; ${ahead} ${ahead === 1 ? 'file is' : 'files are'} before it (${what}). Leaving the page cancels it.`,
  done: (name) => `Downloaded: ${name}`,
};
