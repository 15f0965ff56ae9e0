import { rmSync } from 'node:fs';
import { buildSite } from '../src/build/build-site.ts';
import { readEnvironment } from '../src/environment.ts';
import { HELP, readBuildOptions } from './console/build-options.ts';
import { createReporter, printPlan, printShard } from './console/build-reporter.ts';
import { runCommand } from './console/command.ts';

await runCommand(async () => {
  const options = readBuildOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  const environment = readEnvironment();
  if (options.isClean) rmSync(environment.cacheDir, { recursive: true, force: true });
  if (options.step === 'plan' || typeof options.step === 'object') {
    const { buildShard, planShards } = await import('../src/build/build-shard.ts');
    if (options.step === 'plan') printPlan(await planShards(environment));
    else printShard(options.step.shard, await buildShard(environment, options.step.shard));
    return;
  }
  const reporter = createReporter(environment);
  const isMerge = options.step === 'merge';
  reporter.onDone(await buildSite(environment, reporter, { isMerge }));
  if (options.isVerified) {
    const { verifySite } = await import('../src/build/verify-site.ts');
    reporter.onVerified(await verifySite(environment));
  }
});
