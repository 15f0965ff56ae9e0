import { expect, test } from 'vitest';
import { findUnpairedMarks } from '../../../src/check/unpaired-marks.ts';

const told = (text: string) =>
  findUnpairedMarks(text.split('\n'), 'a.md', 7).map(({ line, column }) => `${line}:${column}`);

test.each([
  ['他说：“利率（年化）不变。”'],
  ['他说：“利率\n不变。”'],
  ['“第一段没有完。\n\n“第二段没有完。\n\n“第三段完了。”'],
  ['> “引文一行\n> 又一行。”'],
  ['> “引文没有完。\n>\n> “到这里完。”'],
  ['1）本金；2）利息；（3）合计；a）其他'],
  ['一）本金\n二）利息'],
  ['《关于“三农”的通知》'],
  ['[上一篇](./a.md）'],
  ['It’s a rock ’n’ roll “song”'],
  [''],
])('%j is whole', (text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ['他说：“利率不变。', ['7:4']],
  ['利率不变。”他说。', ['7:6']],
  ['”利率“不变', ['7:1', '7:4']],
  ['利率（年化)不变', ['7:3']],
  ['利率(年化）不变', ['7:6']],
  ['《通知“全文》', ['7:4']],
  ['“第一段没有完。\n\n第二段没有引号。', ['7:1']],
  ['“第一段没有完。\n\n“第二段也没有完。', ['9:1']],
  ['- （一项\n- 另一项）', ['7:3', '8:6']],
  ['| （甲 | 乙 |\n| 丙） | 丁 |', ['7:3', '8:4']],
])('%j', (text, places) => {
  expect(told(text)).toEqual(places);
});
