import { iso, loadArticles, SITE } from '../site.mjs';

export async function GET() {
  const urls = (await loadArticles()).map(
    ({ id, data }) =>
      `<url><loc>${SITE.url}/articles/${id}/</loc><lastmod>${iso(data.date)}</lastmod></url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
  );
}
