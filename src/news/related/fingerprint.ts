/**
 * A 53-bit hash of the parts, in which no part can pass for the end of another (cyrb53 by bryc,
 * public domain). For noticing change, not for secrets.
 */
export function fingerprint(...parts: readonly (string | number)[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const part of parts) {
    const text = `${part}`;
    for (let i = -1; i < text.length; i++) {
      const code = i < 0 ? text.length : text.charCodeAt(i);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
