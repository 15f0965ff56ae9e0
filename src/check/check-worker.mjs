import { enableCompileCache } from 'node:module';

// A thread does not share the cache of the process, nor its compiler for types: see scripts/check.mjs.
enableCompileCache();

await import('./check-tasks.ts');
