import { markdownToMdast } from 'satteri';
import { features } from '../../markdown/features.ts';
import { nodesOf, sliceOf } from './nodes.ts';

/** Replaces what a pattern finds, except in code, where tags are written about, not used. */
export function replaceOutsideCode(
  text: string,
  pattern: RegExp,
  replace: (found: RegExpExecArray) => string,
): string {
  const code = [...nodesOf(markdownToMdast(text, { features }))]
    .filter(({ node }) => node.type === 'code' || node.type === 'inlineCode')
    .map(({ node }) => sliceOf(node, text));
  let result = '';
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    if (code.some(({ start, end }) => start <= found.index && found.index < end)) continue;
    result += text.slice(from, found.index) + replace(found);
    from = found.index + found[0].length;
  }
  return result + text.slice(from);
}

/** The words after a tag's name: `"两 个词" b=c` → `两 个词`, `b=c`. */
export function readArguments(text: string): string[] {
  return [...text.matchAll(/([\w-]+=)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`)|\S+/g)].map(
    ([whole, name, double, single, tick]) => {
      const value = double?.replace(/\\(.)/g, '$1') ?? single ?? tick;
      return value === undefined ? whole : `${name ?? ''}${value}`;
    },
  );
}

export function writePicture(src: string, alt: string, title = ''): string {
  const label = alt.replace(/[[\]\\]/g, '\\$&');
  const place = /[\s()]/.test(src) ? `<${src}>` : src;
  return `![${label}](${place}${title === '' ? '' : ` "${title.replaceAll('"', '\\"')}"`})`;
}

export function writeLink(label: string, href: string): string {
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${/[\s()]/.test(href) ? `<${href}>` : href})`;
}

export function writeQuote(text: string): string {
  const lines = text.trim().split('\n');
  return `\n\n${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n\n`;
}

/** A fence longer than any inside. */
export function writeCode(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map((found) => found[0].length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${language}\n${code.replace(/^\n+|\s+$/g, '')}\n${fence}\n\n`;
}

/** Addresses of videos by the tag that shows one. */
export function videoAddress(tag: string, id: string): string | undefined {
  const start = VIDEOS[tag];
  return start === undefined || id === '' ? undefined : start + encodeURIComponent(id);
}

const VIDEOS: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  bilibili: 'https://www.bilibili.com/video/',
};
