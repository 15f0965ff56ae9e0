import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { BASE, openBrowser, type Server, serveDist } from './browser.ts';

/** axe on each kind of page, light, dark and in 长辈版. */
const PAGES = [
  '',
  'articles/2026/installment-fee-apr/',
  'articles/2026/early-withdrawal-interest/',
  'articles/2026/deposit-insurance-regulation-excerpt/',
  'articles/2026/equal-payment-vs-equal-principal/',
  'articles/2026/withdrawn-sample/',
  'channels/',
  'channels/banking/',
  'topics/',
  'topics/borrowing/',
  'tags/',
  'tags/存款/',
  'people/',
  'people/zhou-yan/',
  'archive/',
  'archive/2026/',
  'archive/2026/11/',
  'corrections/',
  'subscribe/',
  'sitemap/',
  'search/',
  'about/',
  '404.html',
];

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = await serveDist(inject('sampleSite'), BASE);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['light', 'light', ''],
  ['dark', 'dark', ''],
  ['长辈版', 'light', '#elder'],
  ['长辈版, dark', 'dark', '#elder'],
] as const)('axe has nothing to say: %s', async (_, colorScheme, hash) => {
  // The policy of our own pages forbids injected scripts, axe's too.
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of PAGES) {
    await page.goto(`${server.url}${path}${hash}`);
    await page.evaluate(axeSource);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    for (const { id, nodes } of violations) {
      found.push(`/${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    }
  }
  expect(found).toEqual([]);
  await context.close();
});
