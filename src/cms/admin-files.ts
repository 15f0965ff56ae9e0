import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import type { Environment } from '../environment.ts';
import type { Settings } from '../news/settings-schema.ts';
import { escapeXml } from '../news/xml.ts';
import { composeCmsConfig } from './config.ts';
import { adaptScript, ICON_FILE } from './sveltia-script.ts';

type DeskSettings = Pick<Settings, 'site' | 'channels' | 'topics'>;

/**
 * Writes the editors' desk, `admin/`, into a site's folder; nothing when `cms` is not set in
 * site.yaml. Everything it needs comes with it: no other host but the repository's is asked.
 * @param contentFolder path of the content folder in the repository, with `/`
 */
export async function writeAdmin(
  outDir: string,
  settings: DeskSettings,
  contentFolder: string,
): Promise<void> {
  const { cms } = settings.site;
  if (!cms) return;
  const folder = path.join(outDir, 'admin');
  mkdirSync(path.join(folder, 'chunks'), { recursive: true });
  const config = composeCmsConfig(cms, settings, contentFolder);
  writeFileSync(path.join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
  writeFileSync(path.join(folder, 'index.html'), composePage(settings));
  const script = readFileSync(locate('@sveltia/cms/dist/sveltia-cms.js'), 'utf8');
  writeFileSync(path.join(folder, 'sveltia-cms.js'), adaptScript(script, readVersion()));
  writeFileSync(path.join(folder, 'desk.js'), await bundle('desk.ts'));
  copyFileSync(
    locate('@sveltia/cms/dist/chunks/react-dom.js'),
    path.join(folder, 'chunks/react-dom.js'),
  );
  copyFileSync(locate(ICONS), path.join(folder, ICON_FILE));
  writeExtras(path.join(folder, 'extras/@sveltia'));
}

/** Path of the content folder in the repository, with `/`; `content` for one outside the project. */
export function contentPath({ root, contentDir }: Environment): string {
  const relative = path.relative(root, contentDir).split(path.sep).join('/');
  return relative === '' || relative.startsWith('..') ? 'content' : relative;
}

/** What Sveltia asks unpkg for at every start: its newest version and its words in Chinese. */
function writeExtras(folder: string): void {
  const version = readVersion();
  const words = path.join(folder, `cms@${version}/locales`);
  for (const made of [words, path.join(folder, 'cms')]) mkdirSync(made, { recursive: true });
  copyFileSync(locate('@sveltia/cms/locales/zh-CN.json'), path.join(words, 'zh-CN.json'));
  writeFileSync(path.join(folder, 'cms/package.json'), `${JSON.stringify({ version })}\n`);
}

function readVersion(): string {
  return JSON.parse(readFileSync(locate('@sveltia/cms/package.json'), 'utf8')).version;
}

const ICONS =
  '@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2';

/** A file of a package, which need not be among its exports. */
function locate(file: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(file) ?? [];
  const found = folders.map((folder) => path.join(folder, file)).find((one) => existsSync(one));
  if (found === undefined) throw new Error(`${file} is not installed: run npm ci.`);
  return found;
}

/** One of our modules with all it imports, as a script for the browser. */
async function bundle(name: string): Promise<string> {
  const build = await rolldown({
    input: path.join(import.meta.dirname, name),
    platform: 'browser',
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
}

function composePage({ site, channels, topics }: DeskSettings): string {
  const named = (list: readonly { id: string; name: string }[], to: 'id' | 'name') =>
    Object.fromEntries(list.flatMap((one) => [one.id, one.name].map((key) => [key, one[to]])));
  const names = { channels: named(channels, 'name'), topics: named(topics, 'id') };
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(site.name)} 写稿台</title>
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<noscript>写稿台要用到 JavaScript，请换一个浏览器，或者照写稿手册直接提交文件。</noscript>
<script type="application/json" id="names">${JSON.stringify(names).replaceAll('<', '\\u003c')}</script>
<script src="sveltia-cms.js"></script>
<script src="desk.js"></script>
</body>
</html>
`;
}
