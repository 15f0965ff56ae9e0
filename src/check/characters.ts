import { type Problem, problem } from '../news/problem.ts';

/**
 * Characters nobody sees or typed on purpose, once a line and character: they break searching,
 * feeds and addresses. A joiner inside an emoji is its own.
 */
export function findInvisibleCharacters(source: string, file: string): Problem[] {
  if (!ANY.test(source) && !/锟|烫烫|屯屯|ï¿½/.test(source)) return [];
  return source.split('\n').flatMap((line, index) => {
    const text = index === 0 ? line.replace(/^\ufeff/, '') : line;
    const shift = line.length - text.length;
    const places = Map.groupBy([...text.matchAll(INVISIBLE)], ([char]) => char);
    const found = [...places].map(([char, [first, ...others]]) => {
      const place = { file, line: index + 1, column: (first?.index ?? 0) + shift + 1 };
      if (char === '\ufffd') return problem('damaged-text', place, { text: char });
      const code = `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
      const about = { name: nameOf(char), code, count: String(others.length + 1) };
      return problem('invisible-character', place, about);
    });
    const damaged = [...text.matchAll(DAMAGED)].slice(0, 1).map(({ 0: written, index: at }) => {
      const place = { file, line: index + 1, column: at + shift + 1 };
      return problem('damaged-text', place, { text: written });
    });
    return [...found, ...damaged];
  });
}

/** The text without them. U+FFFD and private characters stay: a word stands or stood there. */
export function removeInvisibleCharacters(text: string): string {
  return text
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, (char) => (/[\ufffd\ue000-\uf8ff]/.test(char) ? char : ''));
}

/**
 * Controls but tab and line ends, zero-width marks, marks of direction, fillers, private use. A
 * zero-width joiner stays between pictographs, and non-joiners in scripts that write with them.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u3164\uffa0\ufdd0-\ufdef\ufeff\ufff9-\ufffd]|[\ue000-\uf8ff]|(?<!\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\p{Script=Arabic}|\p{Script=Devanagari})[\u200c\u200d]/gu;

/** U+FFFD in UTF-8 read as GBK, memory that Windows never wrote, and U+FFFD read as Latin. */
const DAMAGED = /锟斤拷(?:锟斤拷|锟斤|锟)*|烫{3,}|屯{3,}|(?:ï¿½)+/g;

const ANY = new RegExp(INVISIBLE.source, 'u');

const NAMES: Readonly<Record<string, string>> = {
  '\u200b': '零宽空格',
  '\u200c': '零宽不连字',
  '\u200d': '零宽连字',
  '\u2060': '零宽连接符',
  '\ufeff': '文件开头的记号跑到了中间',
  '\u00ad': '软连字符',
  '\u2028': '行分隔符',
  '\u2029': '段分隔符',
};

function nameOf(char: string): string {
  const known = NAMES[char];
  if (known !== undefined) return known;
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(char)) return '文字方向控制符';
  if (/[\ue000-\uf8ff]/.test(char)) return '只有某种字体才有的符号';
  return /\p{Cc}/u.test(char) ? '控制字符' : '不可见字符';
}
