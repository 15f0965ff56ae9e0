import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type BenchArticle,
  CHANNELS,
  generateArchive,
} from '../../../scripts/bench/scale/archive.ts';
import { type Dialect, formatSource, writeArticles } from '../../../scripts/bench/scale/content.ts';
import { editArticle } from '../../../scripts/bench/scale/site.ts';
import { readArticle } from '../../../src/news/article-reader.ts';

const COUNT = 300;
const archive = generateArchive(COUNT);
const articles = Array.from({ length: COUNT }, (_, index) => archive.at(index));
const at = (index: number) => articles[index] as BenchArticle;

describe('a generated archive', () => {
  test('is the same in every run: figures of two days can be compared', () => {
    const digest = createHash('sha256').update(JSON.stringify(articles)).digest('hex');
    expect(digest.slice(0, 16)).toBe('4d84d93111dada7d');
  });

  test('is the newest part of every larger one, whatever is asked for first', () => {
    const larger = generateArchive(100_000);
    for (const index of [299, 0, 57]) expect(larger.at(index)).toEqual(at(index));
  });

  test('runs backwards in time, every article at an address of its own', () => {
    expect(at(0).date).toBe('2026-11-24T22:00:00+08:00');
    expect(at(COUNT - 1).date.slice(0, 10)).toBe('2026-11-13');
    expect(articles.map(({ date }) => date)).toEqual(
      articles
        .map(({ date }) => date)
        .toSorted()
        .reverse(),
    );
    expect(new Set(articles.map((article) => article.path)).size).toBe(COUNT);
    for (const { path: file, date } of articles) {
      expect(file.startsWith(`articles/${date.slice(0, 4)}/`)).toBe(true);
    }
    expect(generateArchive(100_000).at(99_999).date.slice(0, 4)).toBe('2016');
  });

  test('has Chinese text of a news article’s length', () => {
    const lengths = articles.map(({ body }) => body.length).sort((a, b) => a - b);
    expect(lengths[COUNT / 2]).toBeGreaterThan(700);
    expect(lengths[COUNT / 2]).toBeLessThan(1300);
    expect(lengths[0]).toBeGreaterThanOrEqual(150);
    const text = articles.map(({ body }) => body).join('');
    const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
    expect(han / text.length).toBeGreaterThan(0.75);
    for (const { channel, tags } of articles) {
      expect(CHANNELS).toHaveProperty(channel);
      expect(tags.length).toBeGreaterThan(0);
    }
  });

  test('articles of one story share its tag and its words', () => {
    const [first, second] = [at(10), at(12)].map(({ tags }) => tags.at(-1));
    const stories = new Set(articles.map(({ tags }) => tags.at(-1)));
    expect(stories.size).toBeGreaterThanOrEqual(8);
    expect(stories.size).toBeLessThanOrEqual(10);
    expect(stories).toContain(first);
    expect(stories).toContain(second);
  });

  test('holds reprints, pictures and components', () => {
    const reprints = articles.filter(({ source }) => source === '示例转载网');
    expect(reprints).toHaveLength(6);
    expect(at(7)).toMatchObject({ title: at(8).title, body: at(8).body });
    expect(articles.filter(({ hasPicture }) => hasPicture)).toHaveLength(3);
    expect(articles.filter(({ hasComponent }) => hasComponent)).toHaveLength(2);
  });
});

describe('its files', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'ballast-archive-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const dialect: Dialect = {
    contentDir: work,
    knowsMdx: true,
    pictureOf: ({ path: file }) => ({ file: `${file}.png`, src: `./${path.basename(file)}.png` }),
  };

  test('read without a problem, and say what the article says', () => {
    for (const article of articles) {
      const { article: read, problems } = readArticle(
        formatSource(article, dialect),
        `${article.path}.${article.hasComponent ? 'mdx' : 'md'}`,
      );
      expect(problems, article.path).toEqual([]);
      expect(read).toMatchObject({ title: article.title, tags: article.tags });
      expect(read?.date).toBe(Date.parse(article.date));
    }
  });

  test('lie where they belong, with their pictures; an edit adds a sentence, each another', async () => {
    await writeArticles({ count: 6, at }, dialect);
    const read = (file: string) => readFileSync(path.join(work, file));
    expect(
      read(`${at(3).path}.png`)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const file = `${at(5).path}.mdx`;
    const before = read(file).toString();
    expect(before).toContain('<LoanCost principal={12000}');
    expect(editArticle(at(5), dialect)).toBe('编辑部第 1 次补充。');
    expect(read(file).toString()).toBe(`${before}\n编辑部第 1 次补充。\n`);
    expect(editArticle(at(5), dialect)).toBe('编辑部第 2 次补充。');
    expect(read(file).toString()).toBe(`${before}\n编辑部第 2 次补充。\n`);
  });
});
