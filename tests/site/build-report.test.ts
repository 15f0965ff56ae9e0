import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildSite, makeTemporaryFolder, ROOT } from './build.ts';

/** A kind only a build can see, and two of the check’s, from tests/unit/check/fixtures.test.ts. */
const KINDS = ['near-copy', 'changed-body', 'dead-link'];

const FIXTURES = path.join(ROOT, 'tests/fixtures/check');

let site: BuiltSite;

beforeAll(async () => {
  const contentDir = makeTemporaryFolder();
  cpSync(path.join(ROOT, 'tests/fixtures/settings'), contentDir, { recursive: true });
  for (const kind of KINDS) {
    cpSync(path.join(FIXTURES, kind, 'wrong'), contentDir, { recursive: true });
  }
  site = await buildSite({ contentDir });
});

test.each(KINDS)('%s is reported as in report.txt', (kind) => {
  const report = readFileSync(path.join(FIXTURES, kind, 'report.txt'), 'utf8');
  expect(report).toContain(`#${kind}）`);
  expect(`${site.output}\n`).toContain(report);
});

test('nothing else is reported, and nothing stops the build', () => {
  expect(site.status).toBe(0);
  expect(site.output.match(/ {2}(?:提醒|错误)：/g)).toHaveLength(KINDS.length);
});
