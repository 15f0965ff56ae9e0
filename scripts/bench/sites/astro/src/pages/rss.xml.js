import rss from '@astrojs/rss';
import { createFeed, loadArticles, SITE } from '../site.mjs';

export async function GET() {
  return rss(createFeed(SITE.name, await loadArticles()));
}
