import rss from '@astrojs/rss';
import { channelOf, channels, createFeed, groupBy, loadArticles } from '../../../site.mjs';

export async function getStaticPaths() {
  return groupBy(await loadArticles(), channelOf).map(([channel, items]) => ({
    params: { channel },
    props: { items },
  }));
}

export function GET({ params, props }) {
  return rss(createFeed(channels[params.channel], props.items));
}
