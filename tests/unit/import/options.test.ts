import { expect, test } from 'vitest';
import { OperatorError } from '../../../src/environment.ts';
import { checkPlaces } from '../../../src/import/disk.ts';
import { readOptions } from '../../../src/import/options.ts';

test('defaults', () => {
  expect(readOptions(['a.jsonl', '--into', 'content/'])).toEqual({
    file: 'a.jsonl',
    into: 'content/',
    channel: '综合',
    zone: '+08:00',
    draft: false,
    mayDownload: false,
  });
});

test('all options, in any order', () => {
  expect(
    readOptions(['--zone=UTC', '--into', 'x', '--channel', ' 要闻 ', 'a.jsonl']),
  ).toMatchObject({ file: 'a.jsonl', into: 'x', channel: '要闻', zone: 'UTC' });
  expect(readOptions(['a.jsonl', '--into=x', '--zone=-05:00'])).toMatchObject({ zone: '-05:00' });
});

test('help', () => {
  expect(readOptions(['--help'])).toBe('help');
});

test.each([
  [[], '没有写要导入的文件'],
  [['a.jsonl', '--into'], '--into 后面缺少内容'],
  [['a.jsonl', '--into', '--zone'], '--into 后面缺少内容'],
  [['a.jsonl', 'b.jsonl', '--into', 'x'], '多出了：b.jsonl'],
  [['a.jsonl', '--into', 'x', '--chanel', '甲'], '没有 --chanel 这个选项'],
  [['a.jsonl', '--into', 'x', '--zone', '北京'], '不是认识的时区：北京'],
  [['a.jsonl', '--into', 'x', '--channel', ' '], '--channel 是空的'],
])('%j', (args, message) => {
  expect(() => readOptions(args)).toThrow(OperatorError);
  expect(() => readOptions(args)).toThrow(message);
});

test.each([
  ['nowhere.jsonl', 'tests', '找不到文件：nowhere.jsonl'],
  ['package.json', 'tests', '请改存为 JSON Lines：每行一篇稿件'],
  ['knip.json', 'tests', '不认识这种文件：knip.json'],
  ['tests/fixtures/import/news.jsonl', 'package.json', '不是文件夹'],
])('%s into %s', (file, into, message) => {
  expect(() => checkPlaces(file, into)).toThrow(message);
});
