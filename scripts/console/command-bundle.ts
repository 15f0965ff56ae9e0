import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

/**
 * Finding and linking some hundred modules takes longer than checking one file. A command's modules
 * are joined into one, which is used as long as none of them has changed.
 */

/**
 * The joined modules' address; undefined when there are none yet, or a module has changed since, or
 * the file is damaged.
 * @param bundle absolute path
 */
export function findBundle(bundle: string): string | undefined {
  try {
    const content = readFileSync(bundle);
    const code = content.subarray(content.indexOf('\n') + 1);
    const [, head = ''] =
      /^\/\/ (.*)\n$/.exec(content.toString('utf8', 0, content.length - code.length)) ?? [];
    const { check, node, modules } = JSON.parse(head) as BundleHead;
    const isFresh =
      check === crc32(code) &&
      node === process.version &&
      modules.every(([file, signature]) => signatureOf(file) === signature);
    return isFresh ? pathToFileURL(bundle).href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Joins the modules that `entry` imports. Writes beside the file and renames, since two commands may
 * do so at once. Where it cannot be done (a folder without rights, no build of the bundler for this
 * machine) commands go on without.
 * @param entry the module's address
 */
export async function writeBundle(bundle: string, entry: string): Promise<void> {
  try {
    const { rolldown } = await import('rolldown');
    // Those too of which nothing is left but a number written in where it is used.
    const files = [fileURLToPath(import.meta.url)];
    const transform = (code: string, id: string) => {
      if (path.isAbsolute(id)) files.push(id);
      return keepAddresses(code, id);
    };
    const build = await rolldown({
      input: fileURLToPath(entry),
      platform: 'node',
      plugins: [{ name: 'addresses', transform }],
    });
    const { output } = await build.generate({ format: 'esm', codeSplitting: false });
    await build.close();
    const [{ code }] = output;
    const head: BundleHead = {
      check: crc32(code),
      node: process.version,
      modules: files.map((file) => [file, signatureOf(file)]),
    };
    const { writeWhole } = await import('../../src/archive/whole-file.ts');
    writeWhole(bundle, [`// ${JSON.stringify(head)}\n`, code]);
  } catch {
    // The next command tries again; this one has done its work.
  }
}

/** First line of a bundle, a comment. */
interface BundleHead {
  /** CRC-32 of what follows. */
  check: number;
  /** Node's version. */
  node: string;
  /** Absolute paths, and what changes when their content may have. */
  modules: [file: string, signature: string][];
}

/** Modules look for threads and native parts from where they were, not from where they are joined. */
function keepAddresses(code: string, id: string): string | undefined {
  if (!code.includes('import.meta.url')) return undefined;
  return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
}

function signatureOf(file: string): string {
  const { mtimeMs, size, ino } = statSync(file);
  return `${mtimeMs}:${size}:${ino}`;
}
