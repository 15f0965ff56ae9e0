import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadArchive } from '../src/archive/archive.ts';
import { prepareRelatedTable } from '../src/archive/related-lists.ts';
import { readEnvironment } from '../src/environment.ts';
import { ContentError } from '../src/news/problem.ts';
import { publish } from '../src/news/publish.ts';
import { runCommand } from './console/command.ts';

/** `npm run dev [-- --port 3000 --host]`: Astro's dev server on content that was checked first. */
await runCommand(async () => {
  const environment = readEnvironment();
  const { archive, problems } = loadArchive(environment);
  if (!archive) throw new ContentError(problems);
  const astro = path.join(
    path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
    'bin/astro.mjs',
  );
  const server = spawn(process.execPath, [astro, 'dev', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  server.on('exit', (code) => {
    process.exitCode = code ?? 0;
  });
  // The server starts with the last lists, or none; a large archive's take seconds, and come meanwhile.
  await prepareRelatedTable(
    archive,
    publish(archive.articles, environment.now).published,
    environment,
  );
});
