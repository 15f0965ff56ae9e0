import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixSource, formatDiff } from '../../../src/check/source-fix.ts';
import { decodeText } from '../../../src/import/text-encoding.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fix = (text: string | Uint8Array) =>
  fixSource(typeof text === 'string' ? bytes(text) : text, decodeText);

const RIGHT = '---\ntitle: 央行：降准\ndate: 2026-03-15\n---\n\n正文：“好”。\n';

test.each([
  ['a byte-order mark', `\ufeff${RIGHT}`],
  ['Windows line ends', RIGHT.replaceAll('\n', '\r\n')],
  ['full-width colons', RIGHT.replace('title: ', 'title：').replace('date: ', 'date：')],
  ['no space after a colon', RIGHT.replace('title: ', 'title:')],
  ['characters nobody sees', RIGHT.replace('正', '\u200b正\u0007').replace('好', '好\u202e')],
])('%s: the file comes out whole', (_, wrong) => {
  expect(fix(wrong)?.text).toBe(RIGHT);
});

test('GBK becomes UTF-8', () => {
  // “央行” in GBK.
  const head = bytes('---\ntitle: ');
  const wrong = new Uint8Array([...head, 0xd1, 0xeb, 0xd0, 0xd0, ...bytes('\n---\n')]);
  expect(fix(wrong)).toEqual({ text: '---\ntitle: 央行\n---\n', done: ['编码改为 UTF-8'] });
});

test('what is right, and what nobody can know, stays', () => {
  expect(fix(RIGHT)).toBeUndefined();
  expect(fix(RIGHT.replace('好', '\ufffd'))).toBeUndefined();
  expect(fix(RIGHT.replace('好', '👨‍👩‍👧'))).toBeUndefined();
  expect(fix('没有信息块：只有正文。\n')).toBeUndefined();
});

const source = fc
  .array(
    fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      '\ufeff',
      'title',
      '：',
      ': ',
      ':',
      '央行',
      ' ',
      '\u200b',
      'a',
      '# ',
      '“',
      '- ',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('fixing twice is fixing once, and only what is named changes', () => {
  const bare = (text: string) => text.replace(/[\ufeff\u200b\r\n：:\s]/g, '');
  fc.assert(
    fc.property(source, (text) => {
      const once = fix(text);
      if (!once) return;
      expect(fix(once.text)).toBeUndefined();
      expect(bare(once.text)).toBe(bare(text));
    }),
    { numRuns: 2_000 },
  );
});

test('a diff names the lines', () => {
  expect(formatDiff('甲\r\n乙：1\n丙', '甲\n乙: 1\n丙')).toBe('  2 - 乙：1\n  2 + 乙: 1');
});
