import type { APIContext } from 'astro';
import { formatSitemap, listSitemaps, type SitemapFile } from '../news/sitemap.ts';
import { loadNewsroom } from '../newsroom.ts';

export async function getStaticPaths() {
  const files = listSitemaps(await loadNewsroom());
  return files.map((file) => ({ params: { sitemap: file.name }, props: { file } }));
}

export async function GET({ props }: APIContext<{ file: SitemapFile }>): Promise<Response> {
  const { links } = await loadNewsroom();
  return new Response(formatSitemap(props.file, links), {
    headers: { 'Content-Type': 'application/xml' },
  });
}
