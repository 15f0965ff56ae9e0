/** `npm run check [-- FILES…]`: what is wrong with the content, without building the site. */
import { enableCompileCache } from 'node:module';
import { runCommand } from './console/command.ts';

// Reading a single file takes less time than compiling the modules that do it.
enableCompileCache();

await runCommand(async () => {
  const { check } = await import('./console/check.ts');
  await check(process.argv.slice(2));
});
