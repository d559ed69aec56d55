import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOverlay } from './load-overlay';

describe('the overlay at the start', () => {
  let folder: string;
  const write = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-overlay-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is nothing where there is no file, and the file in the data folder where there is one', async () => {
    expect(await loadOverlay({ overlayFile: null, dataFolder: folder })).toBeNull();
    write('overlay.json', { version: '示例市 1' });
    expect((await loadOverlay({ overlayFile: null, dataFolder: folder }))?.version).toBe('示例市 1');
  });

  it('is the file that the configuration names; a named file that is not there stops the start', async () => {
    const overlayFile = write('other.json', { version: '示例市 2' });
    expect((await loadOverlay({ overlayFile, dataFolder: folder }))?.version).toBe('示例市 2');
    await expect(loadOverlay({ overlayFile: join(folder, 'nowhere.json'), dataFolder: folder })).rejects.toThrow('nowhere.json');
  });

  it('stops the start with every slip: the file, where in it, what is wrong, how to mend it', async () => {
    const overlayFile = write('bad.json', { version: '示例市 3', switchedOff: { 't3-coll': '笔误' }, thresholds: { otherShare: 4 } });
    const start = loadOverlay({ overlayFile, dataFolder: folder });
    await expect(start).rejects.toThrow(/bad\.json.*switchedOff\.t3-coll.*t3-col/);
    await expect(start).rejects.toThrow(/bad\.json.*thresholds\.otherShare/);
  });
});
