import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adaptScript } from '../../../src/cms/sveltia-script.ts';

const script = readFileSync('node_modules/@sveltia/cms/dist/sveltia-cms.js', 'utf8');

test('the installed version has all that is changed, and asks no other host afterwards', () => {
  const adapted = adaptScript(script, '0');
  expect(adapted).not.toMatch(/cdn\.jsdelivr\.net|unpkg\.com/);
  expect(
    adapted.match(/=\w+\(globalThis\.spellName\(\w+\)\.normalize\(`NFD`\),\{locale:/g),
  ).toHaveLength(1);
});

test.each([
  ['图标的字体', 'material-symbols-outlined:vf'],
  ['向 unpkg 要的文件', 'https://unpkg.com'],
  ['文件名的拼写（拼音网址）', '.normalize(`NFD`),{locale:'],
  ['处理图片', ',libraryConfig:'],
  ['保存之前的等待', '.size;)await Promise.allSettled'],
])('a version without %s is refused, with what to do', (about, text) => {
  const other = script.replaceAll(text, '');
  expect(other).not.toBe(script);
  expect(() => adaptScript(other, '9.0.0')).toThrow(
    `写稿台用的 @sveltia/cms 9.0.0 变了：找不到要改的地方“${about}”。\n→ 请运行 npm ci`,
  );
});
