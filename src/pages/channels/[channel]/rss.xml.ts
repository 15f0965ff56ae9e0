import type { APIContext, InferGetStaticPropsType } from 'astro';
import { createFeedResponse } from '../../../feed-response.ts';
import { loadNewsroom } from '../../../newsroom.ts';
import { channelFeedRoute } from '../../../site/feed-route.ts';
import { selectPaths } from '../../../static-paths.ts';

export const getStaticPaths = () => selectPaths(channelFeedRoute);

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export function GET({ props }: APIContext<Props>): Promise<Response> {
  const newsroom = loadNewsroom();
  return createFeedResponse(newsroom, channelFeedRoute.describe(newsroom, props.subject));
}
