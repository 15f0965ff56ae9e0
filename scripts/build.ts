import { buildSite } from '../src/build/build-site.ts';
import { readEnvironment } from '../src/environment.ts';
import { createReporter } from './console/build-reporter.ts';
import { runCommand } from './console/command.ts';

await runCommand(async () => {
  const environment = readEnvironment();
  const reporter = createReporter(environment);
  const report = await buildSite(environment, reporter);
  reporter.onDone(report);
});
