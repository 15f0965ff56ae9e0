/** `npm run check [-- FILES…]`: what is wrong with the content, without building the site. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Reading a single file takes less time than compiling the modules that do it. This one is
// JavaScript, and imports nothing of ours before: to strip types from one file Node loads a compiler.
enableCompileCache();

const { findBundle, writeBundle } = await import('./console/command-bundle.ts');
const entry = new URL('./console/check-command.ts', import.meta.url).href;
const bundle = path.resolve('.cache/commands/check.mjs');
const found = findBundle(bundle);
const { checkCommand } = await import(found ?? entry);
await checkCommand(process.argv.slice(2));
// Where files are checked out for one run only, nobody comes back to it.
if (!found && !process.env['CI']) await writeBundle(bundle, entry);
