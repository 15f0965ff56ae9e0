import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/content-check.ts';
import { fixContent } from '../../../src/check/content-fix.ts';
import { formatProblems, listProblemKinds, type ProblemKind } from '../../../src/news/problem.ts';
import { article, BUILD_TIME } from '../../site/build.ts';

/**
 * Every kind of problem whole: `wrong/` is a content folder (with the settings of
 * tests/fixtures/settings unless it has its own), `report.txt` what is printed of it, `fixed/` what
 * `--fix` writes, where it has an answer.
 */
const FIXTURES = 'tests/fixtures/check';

const work = mkdtempSync(path.join(tmpdir(), 'fixtures-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What a checkout could not hold, on Windows or macOS or in git: made here. */
const MADE_HERE: Partial<Record<ProblemKind, (content: string) => void>> = {
  'unreadable-file': (content) => {
    symlinkSync('gone.md', path.join(content, 'articles/2026/gao.md'));
  },
  'duplicate-address': (content) => {
    writeFileSync(path.join(content, 'articles/2026/LPR.md'), article('三月的利率'));
    writeFileSync(path.join(content, 'articles/2026/lpr.md'), article('四月的利率'));
  },
  'colliding-names': (content) => {
    mkdirSync(path.join(content, 'articles/2026/cafe\u0301'), { recursive: true });
    mkdirSync(path.join(content, 'articles/2026/caf\u00e9'), { recursive: true });
    for (const file of ['Tu.png', 'tu.png', 'cafe\u0301/a.md', 'caf\u00e9/b.md']) {
      const text = file.endsWith('.md') ? article(file) : '';
      writeFileSync(path.join(content, 'articles/2026', file), text);
    }
  },
  'windows-name': (content) => {
    const file = (name: string) => path.join(content, 'articles/2026', name);
    writeFileSync(file('*ST国华.md'), article('国华的年报'));
    writeFileSync(file('con.md'), article('央行的公告'));
    writeFileSync(file('利率:一年.png'), '');
  },
  'large-image': (content) => {
    writeFileSync(path.join(content, 'articles/2026/tu.png'), Buffer.alloc(3_200_000));
    writeFileSync(path.join(content, 'articles/2026/gao.md'), article('图', '![柱状图](./tu.png)'));
  },
  'moved-address': (content) => {
    const file = (name: string) => path.join(content, 'articles/2026', name);
    writeFileSync(file('jiu.md'), article('央行降准'));
    const as = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false'];
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', '发布'],
    ]) {
      execFileSync('git', [...as, ...args], { cwd: content, stdio: 'pipe' });
    }
    renameSync(file('jiu.md'), file('xin.md'));
  },
};

/** Seen by the build only: tests/site/build-report.test.ts compares theirs. */
const SEEN_BY_BUILD: readonly ProblemKind[] = ['dead-link'];

/** No content makes these: they tell of a fault in the program (tests/unit/site-check.test.ts). */
const OUR_FAULT: readonly ProblemKind[] = ['broken-related', 'lost-article'];

/** Needs a server that answers: tests/unit/check/external-links.test.ts has one. */
const OF_THE_NETWORK: readonly ProblemKind[] = ['dead-external-link'];

const folders = readdirSync(FIXTURES).filter(
  (kind) => !SEEN_BY_BUILD.some((other) => other === kind),
);

test('every kind of the catalogue has its fixture', () => {
  const shown = [...readdirSync(FIXTURES), ...OUR_FAULT, ...OF_THE_NETWORK];
  expect(shown.toSorted()).toEqual(listProblemKinds().toSorted());
});

describe.each(folders)('%s', (kind) => {
  const fixture = path.join(FIXTURES, kind);

  test('is reported as in report.txt, and mended as in fixed/', async () => {
    const environment = makeContent(kind);
    const report = formatProblems((await checkContent(environment)).problems);
    expect(`${report}\n`).toBe(readFileSync(path.join(fixture, 'report.txt'), 'utf8'));
    expect(report).toContain(`#${kind}）`);

    const mended = fixContent(environment.contentDir).map(({ file }) => file);
    const fixed = path.join(fixture, 'fixed');
    const expected = existsSync(fixed)
      ? readdirSync(fixed, { recursive: true, encoding: 'utf8' }).filter((file) =>
          file.endsWith('.md'),
        )
      : [];
    expect(mended).toEqual(expected.map((file) => file.split(path.sep).join('/')));
    for (const file of mended) {
      const written = readFileSync(path.join(environment.contentDir, file));
      expect(written).toEqual(readFileSync(path.join(fixed, file)));
    }
    if (mended.length === 0) return;
    const { problems: left } = await checkContent(environment);
    expect(left.filter((found) => found.kind === kind)).toEqual([]);
  });
});

function makeContent(kind: string) {
  const root = path.join(work, kind);
  const contentDir = path.join(root, 'content');
  const wrong = path.join(FIXTURES, kind, 'wrong');
  mkdirSync(contentDir, { recursive: true });
  if (!existsSync(path.join(wrong, 'site.yaml'))) {
    cpSync('tests/fixtures/settings', contentDir, { recursive: true });
  }
  if (existsSync(wrong)) cpSync(wrong, contentDir, { recursive: true });
  const make = MADE_HERE[kind as ProblemKind];
  if (make) {
    mkdirSync(path.join(contentDir, 'articles/2026'), { recursive: true });
    make(contentDir);
  }
  return {
    root,
    contentDir,
    outDir: path.join(root, 'dist'),
    cacheDir: path.join(root, 'cache'),
    siteUrl: undefined,
    now: Date.parse(BUILD_TIME),
  };
}
