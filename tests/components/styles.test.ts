import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const components = globSync('src/**/*.astro');

test('all styles are in the one sheet: a second file would decide the order of layers', () => {
  expect(components.length).toBeGreaterThan(20);
  expect(components.filter((file) => /<style[\s>]/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('no component has a style attribute or an event handler, which the policy would block', () => {
  const attribute = /\s(?:style|on(?:click|load|change|submit|input|error|key\w+))=/;
  expect(components.filter((file) => attribute.test(readFileSync(file, 'utf8')))).toEqual([]);
});
