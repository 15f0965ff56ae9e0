import { runCommand } from './command.ts';

/** Runs `npm run check` with its arguments; sets the exit status. */
export function checkCommand(args: readonly string[]): Promise<void> {
  return runCommand(async () => {
    const { check } = await import('./check.ts');
    await check(args);
  });
}
