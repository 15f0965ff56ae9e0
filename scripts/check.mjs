/** `npm run check [-- FILES…]`: what is wrong with the content, without building the site. */
import { enableCompileCache } from 'node:module';

// Reading a single file takes less time than compiling the modules that do it. This one is
// JavaScript, and imports nothing of ours before: to strip types from one file Node loads a compiler.
enableCompileCache();

const { runCommand } = await import('./console/command.ts');
await runCommand(async () => {
  const { check } = await import('./console/check.ts');
  await check(process.argv.slice(2));
});
