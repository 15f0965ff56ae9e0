import { describe, expect, test } from 'vitest';
import { findLocalImages, isLocal } from '../../src/news/images.ts';

describe('findLocalImages', () => {
  test.each([
    ['![图](a.png)', ['a.png']],
    ['![图](./tu/a.png "题注")', ['./tu/a.png']],
    ['![图](<图 片.png>)', ['图 片.png']],
    ['![图](图(1).png)', ['图(1).png']],
    ['![图](%E5%9B%BE.png)', ['图.png']],
    ['![图](100%.png)', ['100%.png']],
    ['![图[1]](a.png)', ['a.png']],
    ['![图\\]](a.png)', ['a.png']],
    ['![](a.png)![](b.png)', ['a.png', 'b.png']],
    ['![一](a.png) ![二](a.png)', ['a.png']],
    ['[![图](a.png)](https://example.com)', ['a.png']],
    ['![图][甲]\n\n[甲]: a.png', ['a.png']],
    ['![甲][]\n\n[甲]: <图 片.png> "题"', ['图 片.png']],
    ['![甲 乙]\n\n[甲  乙]: a.png', ['a.png']],
    ['![图](\n  a.png)', ['a.png']],
    ['| ![图](a.png) | 二 |', ['a.png']],
    // Nothing to look for.
    ['没有图', []],
    ['[链接](a.png)', []],
    ['\\![图](a.png)', []],
    ['`![图](a.png)`', []],
    ['```md\n![图](a.png)\n```\n', []],
    ['~~~\n![图](a.png)\n~~~', []],
    ['```\n![图](a.png)', []],
    ['<!-- ![图](a.png) -->', []],
    ['![图](https://example.com/a.png)', []],
    ['![图](//example.com/a.png)', []],
    ['![图](/a.png)', []],
    ['![图](data:image/png;base64,AAAA)', []],
    ['感叹！[链接](a.png)', []],
    ['![未定义]', []],
  ])('%j', (body, images) => {
    expect(findLocalImages(body)).toEqual(images);
  });

  test('code does not hide the images behind it', () => {
    expect(findLocalImages('```\n![一](a.png)\n```\n![二](b.png)\n\n`x` ![三](c.png)')).toEqual([
      'b.png',
      'c.png',
    ]);
  });

  test('the cover comes first, once', () => {
    expect(findLocalImages('![](a.png) ![](b.png)', 'b.png')).toEqual(['b.png', 'a.png']);
    expect(findLocalImages('', 'https://example.com/a.png')).toEqual([]);
  });

  test.each(['![', '![a](', '![[', '`![', '[a]: '])('megabytes of %j are read', (part) => {
    expect(findLocalImages(part.repeat(300_000 / part.length))).toBeInstanceOf(Array);
  });
});

test.each([
  ['a.png', true],
  ['./a.png', true],
  ['../b/a.png', true],
  ['图.png', true],
  ['', false],
  ['/a.png', false],
  ['#a', false],
  ['https://a.cn/a.png', false],
  ['DATA:image/png;base64,A', false],
])('isLocal(%j) is %s', (src, local) => {
  expect(isLocal(src)).toBe(local);
});
