import { formatSitemapIndex, listSitemaps } from '../news/sitemap.ts';
import { loadNewsroom } from '../newsroom.ts';

export async function GET(): Promise<Response> {
  const newsroom = loadNewsroom();
  const xml = formatSitemapIndex(listSitemaps(newsroom), newsroom.links);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
}
