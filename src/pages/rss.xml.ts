import { createFeedResponse } from '../feed-response.ts';
import { loadNewsroom } from '../newsroom.ts';
import { describeSiteFeed } from '../site/feed-route.ts';

export function GET(): Promise<Response> {
  const newsroom = loadNewsroom();
  return createFeedResponse(newsroom, describeSiteFeed(newsroom));
}
