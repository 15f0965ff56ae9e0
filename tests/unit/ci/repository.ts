import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function git(cwd: string, ...args: string[]): string {
  const as = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...as, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository that merge requests go to. */
export class Origin {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    git(folder, 'init', '-q', '-b', 'main');
  }

  write(file: string, text: string): void {
    const absolute = path.join(this.folder, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }

  commit(message: string): void {
    git(this.folder, 'add', '-A');
    git(this.folder, 'commit', '-qm', message);
  }

  /** Takes a branch away and leaves what a host keeps of it: its last commit, and the merge of it. */
  request(branch: string, number: number): void {
    git(this.folder, 'checkout', '-q', '--detach', 'main');
    git(this.folder, 'merge', '-q', '--no-ff', '--no-edit', branch);
    git(this.folder, 'update-ref', `refs/pull/${number}/merge`, 'HEAD');
    git(this.folder, 'update-ref', `refs/pull/${number}/head`, branch);
    git(this.folder, 'checkout', '-q', 'main');
    git(this.folder, 'branch', '-qD', branch);
  }

  /** Checks out one commit as runners do, with nothing of its history. */
  checkOut(ref: string, folder: string): void {
    mkdirSync(folder);
    git(folder, 'init', '-q');
    git(folder, 'remote', 'add', 'origin', `file://${this.folder}`);
    git(folder, 'fetch', '-q', '--no-tags', '--depth=1', 'origin', `+${ref}:refs/remotes/run`);
    git(folder, 'checkout', '-q', '--force', 'refs/remotes/run');
  }
}
