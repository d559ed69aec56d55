import { dirname } from 'node:path';
import type { SeededRandom } from '@/server/domain/seeded-random';
import type { DiskCall } from './read-recording';

/** How much of what nobody waited for has reached the disk: nothing, all, or by chance in pieces of so many bytes, in any order. */
export type Kept = 'nothing' | 'everything' | { pieces: 512 | 4096; share: number };

/** What stands on a disk, by path below the root; a folder is null. */
export type Standing = Map<string, Buffer | null>;

/**
 * A disk that forgets. Surely there is: the bytes and the length a file had when it was last flushed, and the names a folder had when the
 * folder was last flushed. Of all that came later any part may be there, each piece of a file as it stood at some moment since its flush, its
 * length likewise; of the names of a folder, what had happened to them up to some moment; a name that moves from one folder to another
 * has done so in both or in neither. Stricter than ext4 or XFS, where the flush of a file keeps its name as well.
 */
export class ForgetfulDisk {
  private readonly root = new Folder();
  private readonly folders: Folder[] = [this.root];
  private readonly opened = new Map<number, { node: File | Folder; path: string }>();

  /** @param standing what is there from before, flushed */
  constructor(
    private readonly rootPath: string,
    standing: Standing = new Map(),
  ) {
    for (const [path, bytes] of standing) {
      const parent = this.parentOf(`${rootPath}/${path}`);
      change([[parent, nameOf(path), bytes === null ? this.newFolder() : new File(bytes)]]);
      parent.flush();
    }
  }

  /** @param ignoresFlushOf for the control: of which files the disk says that it has what it has not */
  apply(call: DiskCall, ignoresFlushOf: (path: string) => boolean = () => false): void {
    switch (call.kind) {
      case 'open': {
        let node = this.find(call.path);
        if (!node) {
          node = new File();
          change([[this.parentOf(call.path), nameOf(call.path), node]]);
        }
        if (call.truncates && node instanceof File) node.resize(0);
        this.opened.set(call.fd, { node, path: call.path });
        return;
      }
      case 'close':
        this.opened.delete(call.fd);
        return;
      case 'write':
        this.file(call.fd).write(call.at, call.data);
        return;
      case 'resize':
        this.file(call.fd).resize(call.bytes);
        return;
      case 'flush': {
        const of = this.opened.get(call.fd);
        if (of && !ignoresFlushOf(of.path)) of.node.flush();
        return;
      }
      case 'mkdir':
        change([[this.parentOf(call.path), nameOf(call.path), this.newFolder()]]);
        return;
      case 'unlink':
      case 'rmdir':
        change([[this.parentOf(call.path), nameOf(call.path), null]]);
        return;
      case 'rename': {
        const node = this.find(call.path);
        if (!node) throw new Error(`the recording renames ${call.path}, which is not there`);
        change([
          [this.parentOf(call.path), nameOf(call.path), null],
          [this.parentOf(call.other), nameOf(call.other), node],
        ]);
        return;
      }
      case 'link': {
        const node = this.find(call.path);
        if (!node) throw new Error(`the recording names ${call.path} anew, which is not there`);
        change([[this.parentOf(call.other), nameOf(call.other), node]]);
        return;
      }
      default:
        call satisfies never;
    }
  }

  /** What would be found if the power went now. Changes nothing. */
  afterPowerLoss(kept: Kept, random: SeededRandom): Standing {
    const standing: Standing = new Map();
    const happened = new Map(this.folders.map((folder) => [folder, upTo(folder.pending.length, kept, random)]));
    // What has happened to a name in one folder has happened to it in the other, with all that came before there.
    for (let isSettled = false; !isSettled; ) {
      isSettled = true;
      for (const folder of this.folders)
        for (const one of folder.pending.slice(0, happened.get(folder)))
          for (const [other] of one) {
            const least = other.pending.indexOf(one) + 1;
            if ((happened.get(other) ?? 0) >= least) continue;
            happened.set(other, least);
            isSettled = false;
          }
    }
    this.root.stand(
      '',
      standing,
      (folder) => happened.get(folder) ?? 0,
      (file) => file.afterPowerLoss(kept, random),
    );
    return standing;
  }

  private newFolder(): Folder {
    const folder = new Folder();
    this.folders.push(folder);
    return folder;
  }

  private find(path: string): File | Folder | null {
    let node: File | Folder | null = this.root;
    for (const name of this.below(path)) {
      if (!(node instanceof Folder)) return null;
      node = node.now.get(name) ?? null;
    }
    return node;
  }

  private parentOf(path: string): Folder {
    const parent = this.find(dirname(path));
    if (!(parent instanceof Folder)) throw new Error(`the recording knows no folder of ${path}`);
    return parent;
  }

  private below(path: string): string[] {
    return path
      .slice(this.rootPath.length)
      .split('/')
      .filter((part) => part !== '' && part !== '.');
  }

  private file(fd: number): File {
    const node = this.opened.get(fd)?.node;
    if (!(node instanceof File)) throw new Error(`the recording writes into ${fd}, which is no open file`);
    return node;
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What one call does to names: in which folder, which, what has it then. */
type NameChange = readonly (readonly [Folder, string, File | Folder | null])[];

function change(entries: NameChange): void {
  for (const [folder, name, node] of entries) enter(folder.now, name, node);
  for (const folder of new Set(entries.map(([one]) => one))) folder.pending.push(entries);
}

function enter(names: Map<string, File | Folder>, name: string, node: File | Folder | null): void {
  if (node) names.set(name, node);
  else names.delete(name);
}

class Folder {
  readonly now = new Map<string, File | Folder>();
  private readonly kept = new Map<string, File | Folder>();
  readonly pending: NameChange[] = [];

  flush(): void {
    this.keepUpTo(this.pending.length);
  }

  stand(path: string, into: Standing, happened: (folder: Folder) => number, bytesOf: (file: File) => Buffer): void {
    const names = new Map(this.kept);
    for (const entries of this.pending.slice(0, happened(this))) this.enterOwn(names, entries);
    for (const [name, node] of names) {
      const at = path === '' ? name : `${path}/${name}`;
      into.set(at, node instanceof File ? bytesOf(node) : null);
      if (node instanceof Folder) node.stand(at, into, happened, bytesOf);
    }
  }

  private keepUpTo(count: number): void {
    for (const entries of this.pending.splice(0, count)) {
      this.enterOwn(this.kept, entries);
      for (const [other] of entries) if (other.pending.includes(entries)) other.keepUpTo(other.pending.indexOf(entries) + 1);
    }
  }

  private enterOwn(names: Map<string, File | Folder>, entries: NameChange): void {
    for (const [folder, name, node] of entries) if (folder === this) enter(names, name, node);
  }
}

type Change = { at: number; data: Buffer } | { bytes: number };

class File {
  private kept: Buffer;
  private length: number;
  private pending: Change[] = [];

  constructor(standing: Buffer = Buffer.alloc(0)) {
    this.kept = Buffer.from(standing);
    this.length = standing.length;
  }

  write(at: number, data: Buffer): void {
    this.pending.push({ at, data });
  }

  resize(bytes: number): void {
    this.pending.push({ bytes });
  }

  flush(): void {
    for (const change of this.pending)
      if ('bytes' in change) {
        this.kept.fill(0, Math.min(change.bytes, this.kept.length));
        this.length = change.bytes;
      } else {
        const end = change.at + change.data.length;
        if (end > this.kept.length) this.kept = Buffer.concat([this.kept, Buffer.alloc(2 * end - this.kept.length)]);
        change.data.copy(this.kept, change.at);
        this.length = Math.max(this.length, end);
      }
    this.pending = [];
  }

  afterPowerLoss(kept: Kept, random: SeededRandom): Buffer {
    const lengths = [this.length];
    for (const change of this.pending) {
      const length = lengths[lengths.length - 1] ?? 0;
      lengths.push('bytes' in change ? change.bytes : Math.max(length, change.at + change.data.length));
    }
    const whole = Buffer.alloc(Math.max(...lengths));
    this.kept.copy(whole, 0, 0, this.length);
    const size = typeof kept === 'object' ? kept.pieces : 4096;
    /** By piece of the file: how many of the changes had come when it was written for the last time. */
    const chosen = new Map<number, number>();
    const has = (piece: number, index: number): boolean => {
      if (!chosen.has(piece)) chosen.set(piece, upTo(this.pending.length, kept, random));
      return index < (chosen.get(piece) ?? 0);
    };
    for (const [index, change] of this.pending.entries()) {
      const [from, to] = 'bytes' in change ? [change.bytes, whole.length] : [change.at, change.at + change.data.length];
      for (let piece = Math.floor(from / size); piece * size < to; piece += 1) {
        if (!has(piece, index)) continue;
        const [first, last] = [Math.max(from, piece * size), Math.min(to, (piece + 1) * size)];
        if ('bytes' in change) whole.fill(0, first, last);
        else change.data.copy(whole, first, first - from, last - from);
      }
    }
    return whole.subarray(0, lengths[upTo(this.pending.length, kept, random)]);
  }
}

/** How many of so many changes are there. */
function upTo(count: number, kept: Kept, random: SeededRandom): number {
  if (typeof kept === 'string') return kept === 'nothing' ? 0 : count;
  return random.chance(kept.share) ? count : random.integer(0, count);
}
