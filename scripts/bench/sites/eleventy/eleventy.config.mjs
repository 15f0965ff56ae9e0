import { readFileSync } from 'node:fs';

const PAGE_SIZE = 30;
const FEED_SIZE = 50;

/** The same kinds of page as Ballast's, the usual way: collections, pagination, Nunjucks. */
export default function configure(config) {
  const channels = JSON.parse(readFileSync(new URL('channels.json', import.meta.url), 'utf8'));
  const neighbours = new Map();

  config.addGlobalData('site', { name: '压舱石财经', url: 'https://bench.example', channels });
  config.addPassthroughCopy('articles/**/*.png');

  let articles;
  const sorted = (api) => {
    articles ??= api
      .getFilteredByGlob('articles/**/*.md')
      .sort((a, b) => b.date - a.date || (a.url < b.url ? -1 : 1));
    return articles;
  };
  config.addCollection('articles', (api) => {
    const articles = sorted(api);
    for (const [index, article] of articles.entries()) {
      neighbours.set(article.url, { newer: articles[index - 1], older: articles[index + 1] });
    }
    return articles;
  });
  const byChannel = (api) =>
    group(sorted(api), ({ data }) => [data.channel]).map(({ key, items }) => ({
      key,
      name: channels[key],
      items,
    }));
  config.addCollection('channels', byChannel);
  config.addCollection('channelPages', (api) => paginate(byChannel(api)));
  const byTag = (api) => group(sorted(api), ({ data }) => data.tags ?? []);
  config.addCollection('tagGroups', byTag);
  config.addCollection('tagPages', (api) => paginate(byTag(api)));
  const byDate = (length) => (api) =>
    group(sorted(api), ({ date }) => [beijing(date).slice(0, length)]).map((one) => ({
      ...one,
      path: one.key.replaceAll('-', '/'),
    }));
  config.addCollection('years', byDate(4));
  config.addCollection('months', byDate(7));
  config.addCollection('days', byDate(10));

  config.addFilter('beijing', (date) => beijing(date).replace('T', ' '));
  config.addFilter('iso', (date) => `${beijing(date)}:00+08:00`);
  config.addFilter('neighbours', (url) => neighbours.get(url) ?? {});
  config.addFilter('startingWith', (groups, key) =>
    groups.filter((one) => one.key.startsWith(key)),
  );
  config.addFilter('feed', (articles) => articles.slice(0, FEED_SIZE));
  config.addFilter('excerpt', ({ rawInput }) =>
    rawInput
      .replace(/[#*>|!-]|\(.*?\)/g, '')
      .trim()
      .slice(0, 100),
  );

  return {
    dir: { layouts: '_layouts' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}

/** Groups in the order in which their keys first occur. */
function group(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const same = groups.get(key);
      if (same) same.push(item);
      else groups.set(key, [item]);
    }
  }
  return [...groups].map(([key, items]) => ({ key, items }));
}

function paginate(groups) {
  return groups.flatMap(({ key, name, items }) => {
    const last = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
    return Array.from({ length: last }, (_, index) => ({
      key,
      name: name ?? key,
      number: index + 1,
      last,
      path: index === 0 ? key : `${key}/page/${index + 1}`,
      items: items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    }));
  });
}

function beijing(date) {
  return new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}
