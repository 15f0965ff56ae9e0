import { readEnvironment } from './environment.ts';
import { loadNewsroomFrom, type Newsroom } from './site/newsroom.ts';
import { readRenderJob } from './site/render-job.ts';

let built: Newsroom | undefined;

/**
 * The newsroom every page shows. Composed once a build; anew, and with what readers may not see yet,
 * for each request of the dev server, which has no job.
 */
export function loadNewsroom(): Newsroom {
  if (!readRenderJob()) return loadNewsroomFrom(readEnvironment(), { isPreview: true });
  built ??= loadNewsroomFrom(readEnvironment());
  return built;
}
