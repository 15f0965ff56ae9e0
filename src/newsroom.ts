import { loadArchive } from './archive/archive.ts';
import { readEnvironment } from './environment.ts';
import { type Newsroom, openNewsroom } from './site/newsroom.ts';
import { loadProcessArchive } from './site/process-archive.ts';
import { readRenderJob } from './site/render-job.ts';

let built: Newsroom | undefined;

/**
 * The newsroom every page shows. Composed once a build; anew, and with what readers may not see yet,
 * for each request of the dev server, which has no job.
 */
export function loadNewsroom(): Newsroom {
  const environment = readEnvironment();
  if (!readRenderJob())
    return openNewsroom(loadArchive(environment), environment, { isPreview: true });
  built ??= openNewsroom(loadProcessArchive(environment), environment);
  return built;
}
