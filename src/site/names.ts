import { paths } from '../news/address.ts';
import type { Newsroom } from './newsroom.ts';

/** A name that has a page, with the number of articles there. */
export interface Name {
  name: string;
  href: string;
  count: number;
  /** One sentence about it. */
  note?: string | undefined;
}

/** Tags a side column or the site map names; all of them are on the tags page. */
export const MANY_TAGS = 60;

export function nameChannels({ channels, links }: Newsroom): Name[] {
  return channels.map(({ channel: { id, name, description }, articles }) => ({
    name,
    href: links.to(paths.channel(id)),
    count: articles.length,
    note: description,
  }));
}

export function nameTopics({ topics, links }: Newsroom): Name[] {
  return topics.map(({ topic: { id, name, summary }, articles }) => ({
    name,
    href: links.to(paths.topic(id)),
    count: articles.length,
    note: summary,
  }));
}

/** Most used first. */
export function nameTags({ tags, links }: Newsroom, most = MANY_TAGS): Name[] {
  return tags.slice(0, most).map(({ name, articles }) => ({
    name,
    href: links.to(paths.tag(name)),
    count: articles.length,
  }));
}

export function namePeople({ people, links }: Newsroom): Name[] {
  return people.map(({ person: { id, name, role, bio }, articles }) => ({
    name,
    href: links.to(paths.person(id)),
    count: articles.length,
    note: [role, bio].filter(Boolean).join('。'),
  }));
}

/** Newest first, each with its months. */
export function nameYears({ years, links }: Newsroom): (Name & { months: Name[] })[] {
  return years.map(({ year, articles, months }) => ({
    name: `${year}年`,
    href: links.to(paths.year(year)),
    count: articles.length,
    months: months.map(({ month, articles: inMonth }) => ({
      name: `${Number(month)}月`,
      href: links.to(paths.month(year, month)),
      count: inMonth.length,
    })),
  }));
}

/** The months of a year, newest first, each with its days. */
export function nameDays(
  { links }: Newsroom,
  { year, months }: Newsroom['years'][number],
): (Name & { days: Name[] })[] {
  return months.map(({ month, articles, days }) => ({
    name: `${Number(month)}月`,
    href: links.to(paths.month(year, month)),
    count: articles.length,
    days: days.map(({ day, articles: onDay }) => ({
      name: `${Number(day)}日`,
      href: links.to(paths.day(year, month, day)),
      count: onDay.length,
    })),
  }));
}
