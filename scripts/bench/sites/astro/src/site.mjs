import { getCollection } from 'astro:content';
import channels from '../channels.json';

export { channels };
export const SITE = { name: '压舱石财经', url: 'https://bench.example' };
const FEED_SIZE = 50;

let loaded;

/** Newest first; kept for all pages of a build, asked anew for each request of the dev server. */
export function loadArticles() {
  if (import.meta.env.DEV) return sortedArticles();
  loaded ??= sortedArticles();
  return loaded;
}

async function sortedArticles() {
  const articles = await getCollection('articles');
  return articles.sort((a, b) => b.data.date - a.data.date || (a.id < b.id ? -1 : 1));
}

export function groupBy(articles, keysOf) {
  const groups = new Map();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const same = groups.get(key);
      if (same) same.push(article);
      else groups.set(key, [article]);
    }
  }
  return [...groups];
}

export const channelOf = ({ data }) => [data.channel];
export const tagsOf = ({ data }) => data.tags;
export const yearOf = ({ data }) => [iso(data.date).slice(0, 4)];
export const monthOf = ({ data }) => [iso(data.date).slice(0, 7)];
export const dayOf = ({ data }) => [iso(data.date).slice(0, 10)];

export function iso(date) {
  return `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

export function excerpt(body) {
  return body
    .replace(/[#*>|!-]|\(.*?\)/g, '')
    .trim()
    .slice(0, 100);
}

export function createFeed(title, articles) {
  return {
    title,
    description: title,
    site: SITE.url,
    items: articles.slice(0, FEED_SIZE).map(({ id, data, rendered }) => ({
      title: data.title,
      pubDate: data.date,
      link: `/articles/${id}/`,
      content: rendered?.html ?? '',
    })),
  };
}
