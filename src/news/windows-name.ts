/** Names that Windows has no files by (Microsoft, “Naming Files, Paths, and Namespaces”). */

/** `con.md` is the screen to Windows, whatever its extension. */
export function isWindowsDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}

/** Why Windows cannot have a file or folder of this name, in Chinese; undefined if it can. */
export function findWindowsFault(name: string): string | undefined {
  const [mark] = /[<>:"|?*\\]/.exec(name) ?? [];
  if (mark !== undefined) return `里面有“${mark}”`;
  if (/[ .]$/.test(name)) return '末尾是空格或点';
  return isWindowsDevice(name) ? `“${name.replace(/\..*$/, '')}”是 Windows 自己的名字` : undefined;
}
