import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A user of the machine. */
interface User {
  uid: number;
  gid: number;
}

/**
 * A small file system in memory, which can be full. It needs Linux and no root: it is mounted in a namespace of its own, whose process
 * gives the other ones access to it, and it is gone when that process ends.
 */
export class SmallDisk {
  /** The folder that others see. */
  readonly path: string;
  readonly #holder: ChildProcess;
  readonly #folder: string;
  readonly #owner: User | undefined;

  private constructor(holder: ChildProcess, folder: string, owner: User | undefined) {
    this.#holder = holder;
    this.#folder = folder;
    this.#owner = owner;
    this.path = `/proc/${holder.pid}/root${folder}`;
  }

  /** `undefined` if this machine does not allow it. `owner`: whose files they will be, if not ours. */
  static async open(megabytes: number, owner?: User): Promise<SmallDisk | undefined> {
    const folder = mkdtempSync(join(tmpdir(), 'attune-disk-'));
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const script = `mount -t tmpfs -o size=${megabytes}m,mode=0700 none ${folder} && echo ready && exec cat > /dev/null`;
    const holder = spawn('unshare', ['--user', '--mount', '--map-current-user', '--keep-caps', 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'ignore'], ...owner });
    const disk = new SmallDisk(holder, folder, owner);
    const isReady = await Promise.race([once(holder.stdout!, 'data').then(() => true), once(holder, 'exit').then(() => false)]).catch(() => false);
    if (isReady) return disk;
    disk.close();
    return undefined;
  }

  /** Takes all the space that is left. */
  async fill(): Promise<void> {
    await this.#run(`cat /dev/zero > ${this.path}/ballast`);
  }

  /** Gives the space back. */
  async free(): Promise<void> {
    await this.#run(`rm -f ${this.path}/ballast`);
  }

  close(): void {
    this.#holder.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Root has no files on a disk of somebody else's namespace, so the owner writes. */
  async #run(command: string): Promise<void> {
    await once(spawn('sh', ['-c', command], { stdio: 'ignore', ...this.#owner }), 'exit');
  }
}
