/** `npm run new -- "标题"`: a new article's file, dated, with channel and id. */
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { createArticle, proposeAddress } from '../src/desk/new-article.ts';
import { OperatorError, readEnvironment } from '../src/environment.ts';
import { readExistingChannels } from '../src/import/settings.ts';
import type { Channel } from '../src/news/settings-schema.ts';
import { runCommand } from './console/command.ts';
import { HELP, type NewOptions, readNewOptions } from './console/new-options.ts';

await runCommand(async () => {
  const options = readNewOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  const { root, contentDir, now } = readEnvironment();
  const channels = readExistingChannels(contentDir) ?? [];
  const proposed = proposeAddress(contentDir, options.title, now);
  const { channel, slug } = await complete(options, channels, proposed);
  const { file, address } = createArticle(contentDir, { title: options.title, channel, slug, now });
  const absolute = path.join(contentDir, file);
  const relative = path.relative(root, absolute);
  console.log(`已建好：${relative.startsWith('..') ? absolute : relative}`);
  console.log(`预览：  运行 npm run dev，打开 http://localhost:4321${address}`);
  console.log('写好后删去 draft: true 这一行，再提交。');
});

/** Asks for what is not given, at a terminal only. */
async function complete(
  { channel, slug }: NewOptions,
  channels: readonly Channel[],
  proposed: string,
): Promise<{ channel: string; slug: string }> {
  const [only, ...others] = channels;
  const given = channel ?? (others.length === 0 ? only?.name : undefined);
  if (given !== undefined && (slug !== undefined || !process.stdin.isTTY)) {
    return { channel: findChannel(given, channels), slug: slug ?? proposed };
  }
  if (!process.stdin.isTTY) {
    throw new OperatorError('没有写栏目。', `请加上 --channel，可以写：${listNames(channels)}`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ask = (question: string) => terminal.question(question).catch(tellCancelled);
    const list = channels.map(({ name }, index) => `  ${index + 1}  ${name}`).join('\n');
    let chosen = given === undefined ? undefined : findChannel(given, channels);
    while (chosen === undefined) {
      const answer = (await ask(`栏目：\n${list}\n写序号或栏目名：`)).trim();
      const found = channels.find(({ id, name }) => id === answer || name === answer);
      chosen = (channels[Number(answer) - 1] ?? found)?.name;
      if (chosen === undefined) console.log(`没有“${answer}”，请再写一次。`);
    }
    const written = slug ?? (await ask(`网址（直接回车用 ${proposed}）：`)).trim();
    return { channel: chosen, slug: written || proposed };
  } finally {
    terminal.close();
  }
}

/** Ctrl+C and Ctrl+D are an answer, not a fault of the program. */
function tellCancelled(error: Error): never {
  if (error.name !== 'AbortError') throw error;
  throw new OperatorError('已取消，没有新建稿件。', '要新建，请再运行一次。');
}

function findChannel(given: string, channels: readonly Channel[]): string {
  const found = channels.find(({ id, name }) => id === given || name === given);
  if (found) return found.name;
  throw new OperatorError(`没有名为“${given}”的栏目。`, `可以写：${listNames(channels)}`);
}

function listNames(channels: readonly Channel[]): string {
  return channels.map(({ name }) => name).join('、');
}
