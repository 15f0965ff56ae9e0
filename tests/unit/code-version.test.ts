import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { readPageVersion, readRuleVersion } from '../../src/archive/code-version.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-version-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const FILES = ['src/news/a.ts', 'src/archive/b.ts', 'src/pages/c.astro', 'package.json'];

/** Versions of a project whose files hold their own names, but for what is given. */
function versionsOf(given: Record<string, string> = {}) {
  const root = mkdtempSync(path.join(work, 'project-'));
  const contents = { ...Object.fromEntries(FILES.map((file) => [file, file])), ...given };
  for (const [file, content] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  return { page: readPageVersion(root), rules: readRuleVersion('news', 'archive') };
}

const before = versionsOf();

test('versions are the same for the same code, wherever it is', () => {
  expect(versionsOf()).toEqual(before);
});

test.each<[string, Record<string, string>, boolean]>([
  ['rules', { 'src/news/a.ts': 'other' }, true],
  ['a file more among them', { 'src/archive/new.ts': '' }, true],
  ['dependencies', { 'package.json': '{}' }, true],
  ['a page', { 'src/pages/c.astro': 'other' }, false],
  ['locked versions', { 'package-lock.json': '{}' }, false],
])('a change of %s', (_, given, isOfRules) => {
  const after = versionsOf(given);
  expect(after.page).not.toBe(before.page);
  expect(after.rules !== before.rules).toBe(isOfRules);
});
