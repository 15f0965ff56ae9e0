import { createHash } from 'node:crypto';
import { normaliseLines, parseYamlBlock } from '../news/frontmatter.ts';
import { type Channel, channelsSchema } from '../news/settings-schema.ts';
import { toSlug } from '../news/source-path.ts';
import { yamlMap } from '../news/yaml-text.ts';

/** The channels of a channels.yaml; undefined when it does not parse or fit. */
export function readChannels(source: string): Channel[] | undefined {
  const { block, problems } = parseYamlBlock(normaliseLines(source), 'channels.yaml');
  if (problems.length > 0) return undefined;
  // An empty file, or one of comments, has no channel yet.
  if (JSON.stringify(block.data) === '{}') return [];
  return channelsSchema.safeParse(block.data).data;
}

/** The names (or ids) among `names` that no channel has, each once, in the order given. */
export function findMissing(names: Iterable<string>, channels: readonly Channel[]): string[] {
  const known = new Set(channels.flatMap(({ id, name }) => [id, name]));
  return [...new Set(names)].filter((name) => !known.has(name));
}

/** A line of channels.yaml for each name, with an id that is not taken yet. */
export function listChannels(
  names: readonly string[],
  channels: readonly Channel[] = [],
): string[] {
  const taken = new Set(channels.map(({ id }) => id));
  return names.map((name) => {
    const wanted = channelId(name);
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return `- ${yamlMap({ id, name })}`;
  });
}

/**
 * Adds channels at the end of a channels.yaml and touches nothing else of it; undefined where that
 * would not read back as the old channels and the new ones (a list in brackets, for one).
 */
export function appendChannels(source: string, names: readonly string[]): string | undefined {
  const channels = readChannels(source);
  if (!channels) return undefined;
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^( *)- /m.exec(source)?.[1] ?? '';
  const start = source === '' || source.endsWith('\n') ? source : `${source}${lineEnd}`;
  const added = listChannels(names, channels).map((line) => `${indent}${line}${lineEnd}`);
  const result = start + added.join('');
  const after = readChannels(result);
  const isWhole =
    after !== undefined &&
    JSON.stringify(after.slice(0, channels.length)) === JSON.stringify(channels) &&
    after.length === channels.length + names.length &&
    findMissing(names, after).length === 0;
  return isWhole ? result : undefined;
}

/** Ids become addresses: English where the name is a usual one, else the name's own letters. */
function channelId(name: string): string {
  const usual = USUAL_IDS[name];
  if (usual !== undefined) return usual;
  const slug = toSlug(name).toLowerCase();
  return /^[a-z0-9][a-z0-9-]*$/.test(slug)
    ? slug
    : `channel-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}

const USUAL_IDS: Readonly<Record<string, string>> = {
  综合: 'general',
  要闻: 'top-news',
  时政: 'politics',
  国内: 'china',
  国际: 'world',
  社会: 'society',
  财经: 'finance',
  宏观: 'macro',
  监管政策: 'regulation',
  政策: 'policy',
  银行: 'banking',
  保险: 'insurance',
  证券: 'securities',
  股票: 'stocks',
  基金: 'funds',
  债券: 'bonds',
  期货: 'futures',
  外汇: 'forex',
  黄金: 'gold',
  消费金融: 'consumer-finance',
  信用卡: 'credit-card',
  资本市场: 'capital-market',
  绿色金融: 'green-finance',
  消费者权益: 'consumer-rights',
  房产: 'property',
  公司: 'companies',
  产业: 'industry',
  科技: 'technology',
  评论: 'opinion',
  公告: 'notices',
};
