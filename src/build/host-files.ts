import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Links, paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { type Problem, problem } from '../news/problem.ts';
import { escapeXml } from '../news/xml.ts';
import { CONTENT_SECURITY_POLICY } from './security-policy.ts';

/**
 * Writes what hosts read beside the pages: a page at every old address that leads on without any
 * host's help, `_redirects` and an nginx map for real 301s, and `_headers`.
 * @param taken all files of the site, relative to its folder
 * @param hasDesk whether the site has an `admin/`, which the policy of readers' pages is not for
 * @returns problems: an old address where a page of this build already stands
 */
export function writeHostFiles(
  outDir: string,
  articles: readonly Article[],
  links: Links,
  taken: ReadonlySet<string>,
  hasDesk = false,
): Problem[] {
  const problems: Problem[] = [];
  const redirects: [from: string, to: string][] = [];
  const occupied = new Set(hasDesk ? [...taken, 'admin'] : taken);
  for (const article of [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const alias of [...article.aliases].sort()) {
      const name = redirectFile(alias);
      if (isTaken(name, occupied)) {
        const { file: source } = article;
        problems.push(problem('alias-meets-page', { file: source }, { alias, other: alias }));
        continue;
      }
      const file = path.join(outDir, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, redirectPage(article, links));
      occupied.add(name);
      redirects.push([encodeURI(decodeURIComponent(alias)), paths.article(article)]);
    }
  }
  writeFileSync(path.join(outDir, '_redirects'), formatRedirects(redirects, links));
  writeFileSync(path.join(outDir, 'redirects.nginx.map'), formatNginxMap(redirects, links));
  writeFileSync(path.join(outDir, '_headers'), formatHeaders(links, taken, hasDesk));
  return problems;
}

/** `/news/1234.html` is a file; `/news/1234/` and `/news/1234` are a folder's index. */
function redirectFile(alias: string): string {
  const clean = decodeURIComponent(alias).replace(/^\/+|\/+$/g, '');
  return /\.html?$/i.test(clean) ? clean : path.posix.join(clean, 'index.html');
}

/** Whether something stands there, or a file stands where a folder is needed (`/robots.txt/`). */
function isTaken(file: string, taken: ReadonlySet<string>): boolean {
  const steps = file.split('/');
  // Checked addresses cannot climb out of the site; a file elsewhere would be someone else's.
  if (steps[0] === '..') return true;
  return steps.some((_, index) => taken.has(steps.slice(0, index + 1).join('/')));
}

function redirectPage(article: Article, links: Links): string {
  const target = escapeXml(links.to(paths.article(article)));
  const canonical = escapeXml(links.absolute(paths.article(article)));
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeXml(article.title)}</title>`,
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="0; url=${target}">`,
    `<link rel="canonical" href="${canonical}">`,
    '</head>',
    `<body><p>本文已移到<a href="${target}">新地址</a>。</p></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The format of Netlify and Cloudflare Pages. */
function formatRedirects(redirects: readonly [string, string][], links: Links): string {
  return redirects.map(([from, to]) => `${links.to(from)} ${links.to(to)} 301\n`).join('');
}

/** For `map $uri $new_uri { include redirects.nginx.map; }`. */
function formatNginxMap(redirects: readonly [string, string][], links: Links): string {
  const lines = redirects.map(
    ([from, to]) => `"${decodeURI(links.to(from))}" "${links.to(to)}";\n`,
  );
  return lines.join('');
}

/**
 * The policy is for readers' pages. The editors' desk (`admin/`, see src/cms) shows pictures and text
 * of the repository's host and styles of its own, and a host cannot take a header of `/*` back: where
 * there is a desk, each part of the site has the policy by name.
 */
function formatHeaders({ base }: Links, files: Iterable<string>, hasDesk: boolean): string {
  const policy = `  Content-Security-Policy: ${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;
  const parts = new Set(
    [...files].filter((file) => file.endsWith('.html')).map((file) => file.split('/')[0] ?? ''),
  );
  const names = [...parts].sort().map((part) => (part.endsWith('.html') ? part : `${part}/*`));
  return [
    '/*',
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    ...(hasDesk
      ? [base, ...names.map((name) => base + name)].flatMap((name) => [name, policy])
      : [policy]),
    `${base}_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    `${base}rss.xml`,
    '  Content-Type: application/rss+xml; charset=utf-8',
    `${base}channels/*/rss.xml`,
    '  Content-Type: application/rss+xml; charset=utf-8',
    '',
  ].join('\n');
}
