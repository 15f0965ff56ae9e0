import { spawnSync } from 'node:child_process';

/**
 * The whole of `npm test`, cheapest first. Every step runs even when one failed, so that one run
 * shows all that is wrong; the exit status is 1 if any did.
 */
const steps: [name: string, command: string, ...args: string[]][] = [
  ['types', 'npm', 'run', '--silent', 'types'],
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['format', 'npm', 'run', '--silent', 'format:check'],
  ['dead code', 'npm', 'run', '--silent', 'dead-code'],
  ['tests', 'npx', '--no', 'vitest', 'run', ...process.argv.slice(2)],
];

const failed: string[] = [];
for (const [name, command, ...args] of steps) {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: false });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) failed.push(name);
}
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
