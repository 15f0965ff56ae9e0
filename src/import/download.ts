/** Largest picture taken from another host, in bytes. */
const LARGEST = 30 * 1024 * 1024;
/** How long a host may take for one picture, in ms. */
const PATIENCE = 20_000;

/**
 * A picture of another host; undefined when it cannot be had. No `Referer` is sent: 公众号 pictures
 * are shown to pages of their own only.
 */
export async function download(url: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(PATIENCE),
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > LARGEST) {
      return undefined;
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > LARGEST ? undefined : bytes;
  } catch {
    return undefined;
  }
}
