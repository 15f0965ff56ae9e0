import { describe, expect, test } from 'vitest';
import {
  appendChannels,
  findMissing,
  listChannels,
  readChannels,
} from '../../../src/import/channel-list.ts';

test('ids of new channels are addresses and differ', () => {
  expect(listChannels(['综合', 'IPO', '银行', '奇谈: #1'], [{ id: 'ipo', name: '上市' }])).toEqual([
    '- { id: general, name: 综合 }',
    '- { id: ipo-2, name: IPO }',
    '- { id: banking, name: 银行 }',
    expect.stringMatching(/^- \{ id: channel-[\da-f]{6}, name: "奇谈: #1" \}$/),
  ]);
});

test('an id or a name is known', () => {
  expect(
    findMissing(['银行', 'banking', '黄金', '黄金'], [{ id: 'banking', name: '银行' }]),
  ).toEqual(['黄金']);
});

describe('adding', () => {
  test.each([
    ['no last line end', '- { id: a, name: 甲 }', '- { id: a, name: 甲 }\n+\n'],
    ['CRLF', '- { id: a, name: 甲 }\r\n', '- { id: a, name: 甲 }\r\n+\r\n'],
    ['several lines each', '- id: a\n  name: 甲\n', '- id: a\n  name: 甲\n+\n'],
    ['an indented list', '  - id: a\n    name: 甲\n', '  - id: a\n    name: 甲\n  +\n'],
    ['comments alone', '# 栏目\n', '# 栏目\n+\n'],
    ['an empty file', '', '+\n'],
  ])('%s', (_, before, after) => {
    expect(appendChannels(before, ['综合'])).toBe(
      after.replace('+', '- { id: general, name: 综合 }'),
    );
  });

  test.each([
    ['a list in brackets', '[{ id: a, name: 甲 }]\n'],
    ['a list closed by a document end', '- { id: a, name: 甲 }\n...\n'],
    ['broken', '- { id: a\n'],
    ['not a list', 'id: a\n'],
  ])('%s is refused', (_, source) => {
    expect(appendChannels(source, ['综合'])).toBeUndefined();
  });
});

test('no channel yet is an empty list, a broken one is none', () => {
  expect(readChannels('# 栏目\n')).toEqual([]);
  expect(readChannels('- { id: 甲, name: 甲 }')).toBeUndefined();
});
