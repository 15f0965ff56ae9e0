import { paths, tagSegment } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { beijingFields } from '../news/beijing.ts';
import type { Channel, FixedPage, Person, Topic } from '../news/settings-schema.ts';
import { listSitemaps, type SitemapFile } from '../news/sitemap.ts';
import { PAGE_NAMES } from '../ui.ts';
import { describeArticlePage } from './article-page.ts';
import { channelFeedRoute } from './feed-route.ts';
import { defineListRoute } from './list-route.ts';
import { nameDays, namePeople, nameTags, nameTopics } from './names.ts';
import type { Newsroom } from './newsroom.ts';
import { defineRoute, type Route } from './route.ts';

export const articleRoute = defineRoute({
  name: 'article',
  list: ({ articles, withdrawn }) =>
    [...articles, ...withdrawn].map((article) => ({
      params: { year: article.year, slug: article.slug },
      path: paths.article(article),
      subject: article,
    })),
  describe: describeArticlePage,
  bodies: (_, article: Article) => [article],
});

export const channelRoute = defineListRoute<Channel>({
  name: 'channel',
  param: 'channel',
  lists: ({ channels }) =>
    channels.map(({ channel, articles }) => ({
      of: channel,
      value: channel.id,
      path: paths.channel(channel.id),
      articles,
    })),
  describeFront: (newsroom, { id, name, description }) => ({
    head: {
      title: name,
      description: description ?? `${name}：${newsroom.settings.site.description}`,
      path: paths.channel(id),
      feeds: [{ title: name, path: paths.channelFeed(id) }],
    },
    above: [{ name: PAGE_NAMES.channels, path: paths.channels }],
    intro: description,
    channel: id,
    picks: newsroom.pinned.filter(({ channel }) => channel === id).map(newsroom.toCard),
    siblings: { title: PAGE_NAMES.topics, names: nameTopics(newsroom) },
  }),
});

export const topicRoute = defineListRoute<Topic>({
  name: 'topic',
  param: 'topic',
  lists: ({ topics }) =>
    topics.map(({ topic, articles }) => ({
      of: topic,
      value: topic.id,
      path: paths.topic(topic.id),
      articles,
    })),
  describeFront: (newsroom, { id, name, summary, intro }) => ({
    head: { title: name, description: summary ?? `专题：${name}`, path: paths.topic(id) },
    above: [{ name: PAGE_NAMES.topics, path: paths.topics }],
    intro: intro ?? summary,
    siblings: { title: PAGE_NAMES.topics, names: nameTopics(newsroom) },
  }),
});

export const tagRoute = defineListRoute<string>({
  name: 'tag',
  param: 'tag',
  lists: ({ tags }) =>
    tags.map(({ name, articles }) => ({
      of: name,
      value: tagSegment(name),
      path: paths.tag(name),
      articles,
    })),
  describeFront: (newsroom, name) => ({
    head: { title: name, description: `带有标签“${name}”的文章。`, path: paths.tag(name) },
    above: [{ name: PAGE_NAMES.tags, path: paths.tags }],
    intro: undefined,
    siblings: { title: PAGE_NAMES.tags, names: nameTags(newsroom) },
  }),
});

export const personRoute = defineListRoute<Person>({
  name: 'person',
  param: 'person',
  lists: ({ people }) =>
    people.map(({ person, articles }) => ({
      of: person,
      value: person.id,
      path: paths.person(person.id),
      articles,
    })),
  describeFront: (newsroom, { id, name, role = '作者', bio }) => ({
    head: {
      title: name,
      description: `${role}${name}的文章。${bio ?? ''}`,
      path: paths.person(id),
    },
    above: [{ name: PAGE_NAMES.people, path: paths.people }],
    intro: [role, bio].filter(Boolean).join('。'),
    siblings: { title: PAGE_NAMES.people, names: namePeople(newsroom) },
  }),
});

type Year = Newsroom['years'][number];
type Month = Year['months'][number];

export const yearRoute = defineRoute({
  name: 'year',
  list: ({ years }) =>
    years.map((group) => ({
      params: { year: group.year },
      path: paths.year(group.year),
      subject: group,
    })),
  describe: (newsroom, group: Year) => ({
    year: group.year,
    count: group.articles.length,
    months: nameDays(newsroom, group),
  }),
});

export const monthRoute = defineRoute({
  name: 'month',
  list: ({ years }) =>
    years.flatMap(({ year, months }) =>
      months.map((group) => ({
        params: { year, month: group.month },
        path: paths.month(year, group.month),
        subject: { year, group },
      })),
    ),
  describe: (newsroom, { year, group }: { year: string; group: Month }) => ({
    year,
    month: group.month,
    count: group.articles.length,
    days: group.days.map(({ day, articles }) => ({
      href: newsroom.links.to(paths.day(year, group.month, day)),
      cards: articles.map(newsroom.toCard),
    })),
  }),
});

export const dayRoute = defineRoute({
  name: 'day',
  list: ({ years }) =>
    years.flatMap(({ year, months }) =>
      months.flatMap(({ month, days }) =>
        days.map(({ day, articles }) => ({
          params: { year, month, day },
          path: paths.day(year, month, day),
          subject: { year, month, day, articles },
        })),
      ),
    ),
  describe: (
    newsroom,
    { articles, ...date }: { year: string; month: string; day: string; articles: Article[] },
  ) => ({
    ...date,
    entries: articles.map((article) => {
      const { hour, minute } = beijingFields(article.date);
      return { card: newsroom.toCard(article), stamp: `${hour}:${minute}` };
    }),
  }),
});

export const fixedPageRoute = defineRoute({
  name: 'page',
  list: ({ settings }) =>
    settings.pages.map((page) => ({
      params: { page: page.slug },
      path: paths.page(page.slug),
      subject: page,
    })),
  describe: ({ digestOf }, page: FixedPage) => ({ page, digest: digestOf(page.file) }),
});

export const sitemapRoute = defineRoute({
  name: 'sitemap',
  list: (newsroom) =>
    listSitemaps(newsroom).map((file) => ({
      params: { sitemap: file.name },
      path: `/${file.name}.xml`,
      subject: file,
    })),
  describe: (_, file: SitemapFile) => file,
});

/** Every route there are many pages of. Pages that stand alone are made anew in every build. */
export const routes = [
  articleRoute,
  channelRoute,
  topicRoute,
  tagRoute,
  personRoute,
  yearRoute,
  monthRoute,
  dayRoute,
  fixedPageRoute,
  channelFeedRoute,
  sitemapRoute,
] as readonly Route[];
