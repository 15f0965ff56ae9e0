/**
 * An outlet and the address of its report as written in one line, `新华社 https://…` or the other way
 * round; of an address alone the outlet is called by its host. What holds two addresses, words on both
 * sides of one, or an address without its scheme stays whole: see `holdsAddress`.
 */
export function splitOutlet(text: string): { name: string; url?: string } {
  const { name = '', url = '' } =
    (LINK.exec(text) ?? NAME_FIRST.exec(text) ?? ADDRESS_FIRST.exec(text))?.groups ?? {};
  if (!URL.canParse(url) || holdsAddress(name)) return { name: text };
  return { name: name === '' ? hostOf(url) : name, url };
}

/** `splitOutlet` of a name that stands beside a `url` of its own: only the same address leaves it. */
export function splitOutletName<T extends { name: string; url?: string | undefined }>(
  source: T,
): T {
  const { name, url } = splitOutlet(source.name);
  const isOwn = source.url === undefined || source.url === url;
  return url === undefined || !isOwn ? source : { ...source, name, url };
}

/** Whether a web address stands in a name: readers see it and cannot follow it. */
export function holdsAddress(name: string): boolean {
  return /:\/\/|(?<![\w.-])www\.[\w-]+\./i.test(name);
}

/** Whether a text is a web address and nothing else, with its scheme or without. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)[\x21-\x7e]+$/i.test(text.trim());
}

const LINK = /^\[(?<name>[^\]]+)\]\((?<url>https?:\/\/[^\s)]+)\)$/i;
const NAME_FIRST =
  /^(?<name>.*?)[\s（(<：:]*(?<url>https?:\/\/[^\s）)>。，；、]+)[）)>。，；、]*$/i;
const ADDRESS_FIRST = /^(?<url>https?:\/\/[\x21-\x7e]+)[\s，、]+(?<name>\S.*)$/i;

/** The host of a web address without `www.`. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
