import type { APIContext, InferGetStaticPropsType } from 'astro';
import { formatSitemap } from '../news/sitemap.ts';
import { loadNewsroom } from '../newsroom.ts';
import { sitemapRoute } from '../site/routes.ts';
import { selectPaths } from '../static-paths.ts';

export const getStaticPaths = () => selectPaths(sitemapRoute);

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export function GET({ props }: APIContext<Props>): Response {
  const newsroom = loadNewsroom();
  const file = sitemapRoute.describe(newsroom, props.subject);
  return new Response(formatSitemap(file, newsroom.links), {
    headers: { 'Content-Type': 'application/xml' },
  });
}
