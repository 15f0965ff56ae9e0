/**
 * Text of a file from a Chinese desk: UTF-8, UTF-16 with a mark (Excel's “Unicode 文本”), the
 * encoding a page declares, or GB 18030, which holds GBK and GB 2312 and which Excel writes CSV in.
 * undefined when its bytes are none of these.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  const own = declared === undefined ? undefined : decodeAs(declared, bytes);
  return own ?? decodeAs('gb18030', bytes);
}

/** What a page says of its encoding; the mark stands in its first bytes (HTML standard: 1,024). */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
