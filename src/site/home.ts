import { paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import type { Newsroom } from './newsroom.ts';

const TIER = 3;
const LATEST = 10;
const DESK = 4;
const TOPIC = 4;
const MORE = 2;

/**
 * Who stands where on the home page. The lead is the newest pinned article, or the newest of all;
 * the other pinned ones follow, filled up with the newest of channels not yet seen. What stands at
 * the top is not repeated below.
 */
export function composeHome(newsroom: Newsroom) {
  const { stories, toCard } = newsroom;
  const lead = findLead(newsroom);
  const tier = lead ? fillTier(newsroom, lead) : [];
  const top = new Set(lead ? [lead, ...tier] : []);
  return {
    lead: lead && describeLead(newsroom, lead, top),
    tier: tier.map(toCard),
    latest: stories
      .filter((article) => !top.has(article))
      .slice(0, LATEST)
      .map(toCard),
    desks: listDesks(newsroom, top),
    topic: describeTopic(newsroom),
  };
}

/** The article at the top of the home page. */
export function findLead({ pinned, stories }: Newsroom): Article | undefined {
  return pinned[0] ?? stories.find(isEditorial) ?? stories[0];
}

function fillTier({ stories, pinned }: Newsroom, lead: Article): Article[] {
  const tier = pinned.filter((article) => article !== lead).slice(0, TIER);
  const channels = new Set([lead, ...tier].map(({ channel }) => channel));
  for (const article of stories) {
    if (tier.length === TIER) break;
    if (channels.has(article.channel) || article === lead || !isEditorial(article)) continue;
    channels.add(article.channel);
    tier.push(article);
  }
  return tier;
}

function describeLead(newsroom: Newsroom, lead: Article, top: ReadonlySet<Article>) {
  const { toCard, related, byId } = newsroom;
  const more = (related.lists[lead.id] ?? [])
    .flatMap(({ id }) => byId.get(id) ?? [])
    .filter((article) => !article.withdrawn && !top.has(article));
  return {
    article: lead,
    card: toCard(lead),
    summary: lead.summary,
    authors: lead.byline.map(({ name }) => name),
    cover: lead.cover,
    more: more.slice(0, MORE).map(toCard),
  };
}

function listDesks({ channels, links, toCard }: Newsroom, top: ReadonlySet<Article>) {
  return channels
    .filter(({ articles }) => articles.length > 0)
    .map(({ channel: { id, name }, articles }) => {
      const fresh = articles.filter((article) => !top.has(article));
      const shown = (fresh.length > 0 ? fresh : articles).slice(0, DESK);
      return { id, name, href: links.to(paths.channel(id)), cards: shown.map(toCard) };
    });
}

/** The topic that grew last, and the names of the others. */
function describeTopic({ topics, links, toCard }: Newsroom) {
  const filled = topics.filter(({ articles }) => articles.length > 0);
  const [first] = filled.toSorted((a, b) => newest(b.articles) - newest(a.articles));
  if (!first) return undefined;
  const name = ({ topic }: typeof first) => ({
    name: topic.name,
    href: links.to(paths.topic(topic.id)),
  });
  return {
    ...name(first),
    summary: first.topic.summary,
    count: first.articles.length,
    updated: newest(first.articles),
    cards: first.articles.slice(0, TOPIC).map(toCard),
    others: filled.filter((group) => group !== first).map(name),
  };
}

/** Promotions rise to the top only when an editor pins them. */
function isEditorial({ kind }: Article): boolean {
  return kind !== 'promotion';
}

function newest(articles: readonly Article[]): number {
  return articles[0]?.date ?? 0;
}
