import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { BenchArticle } from './archive.ts';
import type { Dialect } from './content.ts';
import { type Command, startServer } from './measure.ts';
import type { Step } from './row.ts';
import { editArticle } from './site.ts';

/** How often a page is asked for until it answers or changes, in ms. */
const POLL_MS = 50;
/** A server that has not answered by then has failed. */
const LONGEST_MS = 600_000;

/**
 * Starts a development server, waits until an article's page has been served, edits that article
 * and waits until the page shows it.
 */
export function measureServer({
  command,
  article,
  dialect,
}: {
  command(port: number): Command;
  article: BenchArticle;
  dialect: Dialect;
}): Step {
  const run = async () => {
    const port = await findPort();
    const url = `http://localhost:${port}/${article.path}/`;
    const start = performance.now();
    const server = startServer(command(port));
    try {
      await waitFor(url, article.title);
      const served = (performance.now() - start) / 1000;
      const edited = performance.now();
      await waitFor(url, editArticle(article, dialect));
      const visible = (performance.now() - edited) / 1000;
      return { seconds: served, searchSeconds: 0, phases: { 'edit visible': visible } };
    } finally {
      await server.stop();
    }
  };
  return { name: 'dev server', run };
}

async function waitFor(url: string, text: string): Promise<void> {
  for (const begin = performance.now(); performance.now() - begin < LONGEST_MS; ) {
    const page = await fetch(url).then(
      (response) => response.text(),
      () => '',
    );
    if (page.includes(text)) return;
    await wait(POLL_MS);
  }
  throw new Error(`${url} does not show “${text}”.`);
}

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
