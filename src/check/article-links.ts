import { paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { type Problem, problem } from '../news/problem.ts';
import { stateOf } from '../news/publish.ts';
import type { Reference } from './trap-context.ts';

/** Of the site that links are checked for. */
export interface LinkedSite {
  /** All articles' files, those that could not be read too. */
  files: readonly string[];
  /** `https://example.com` */
  origin: string | undefined;
  /** Epoch ms. */
  now: number;
}

/**
 * Links that lead to no article: to a file or an address that is not there, or to an article that
 * readers cannot see when they see the one that links to it. Other addresses of the site are checked
 * by the build, on the pages it wrote.
 * @returns takes the file that holds the links, an article's or a page's
 */
export function createLinkCheck(
  articles: readonly Article[],
  { files, origin, now }: LinkedSite,
): (file: string, links: readonly Reference[]) => Problem[] {
  const byFile = new Map(articles.map((article) => [article.file.normalize('NFC'), article]));
  const unread = new Set(files.map((file) => file.normalize('NFC')));
  for (const file of byFile.keys()) unread.delete(file);
  const byAddress = new Map(
    articles.flatMap((article) =>
      [paths.article(article), ...article.aliases].map((path) => [addressKey(path), article]),
    ),
  );
  return (file, links) =>
    links.flatMap(({ href, line, column }) => {
      const reason = findFault(href, file);
      return reason ? [problem('dead-article-link', { file, line, column }, { href, reason })] : [];
    });

  function findFault(href: string, file: string): string | undefined {
    const [written = ''] = href.split(/[?#]/);
    const target = safeDecode(written).replaceAll('\\', '/');
    const from = byFile.get(file.normalize('NFC'));
    if (/\.mdx?$/i.test(target) && !/^[a-z]+:/i.test(target)) {
      if (written.includes('\\')) return '文件夹之间要用 /，不用 \\';
      const meant = resolve(file, target);
      const article = byFile.get(meant);
      if (unread.has(meant)) return undefined;
      if (!article) return `没有 ${meant} 这个文件`;
      if (file.startsWith('pages/'))
        return `固定页面里请写网址 ${decodeURI(paths.article(article))}`;
      return findState(article, from);
    }
    if (/^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)(?:\/|$)/i.test(target)) {
      return '网址前面少了 https://';
    }
    const path = origin && href.startsWith(`${origin}/`) ? target.slice(origin.length) : target;
    if (/^[^/:?#]/.test(path)) return from && findRelativeFault(path, from);
    return findAddressFault(path, from);
  }

  /** Below the article's own address there is nothing. */
  function findRelativeFault(path: string, from: Article): string | undefined {
    const own = paths.article(from);
    const { pathname } = new URL(encodeURI(path), `https://site.invalid${own}`);
    if (!pathname.startsWith(own)) return findAddressFault(pathname, from);
    return pathname === own ? undefined : '网址要写全，以 https:// 或 / 开头；稿件请写文件名';
  }

  function findAddressFault(path: string, from: Article | undefined): string | undefined {
    if (!/^\/articles\/\d{4}\/[^/]+\/?$/.test(path)) return undefined;
    const article = byAddress.get(addressKey(path));
    if (!article) return unread.size > 0 ? undefined : '没有这篇稿件';
    return findState(article, from);
  }

  /** Readers of a scheduled article see what is published by then. */
  function findState(article: Article, from: Article | undefined): string | undefined {
    const state = stateOf(article, Math.max(now, from?.date ?? now));
    if (state === 'draft') return from?.draft ? undefined : '那篇还是草稿';
    if (state === 'scheduled') return '那篇比这篇发布得晚';
    return state === 'expired' ? '那篇已经过期撤下' : undefined;
  }
}

/** One for all ways to write an address. */
export function addressKey(path: string): string {
  return `${safeDecode(path).normalize('NFC').toLowerCase().replace(/\/*$/, '')}/`;
}

/** The path that `./a.md`, `../2025/a.md` or `/articles/2025/a.md` means in a file. */
function resolve(file: string, target: string): string {
  const parts = target.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
