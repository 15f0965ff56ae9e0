import { type Problem, problem } from '../news/problem.ts';

/** An address of another site, and where it is written. */
export interface ExternalLink {
  href: string;
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}

export interface LinkLimits {
  /** Sites asked at the same time; each of them one address at a time. */
  sites: number;
  /** For one address, in ms. */
  timeout: number;
}

const LIMITS: LinkLimits = { sites: 8, timeout: 10_000 };

/**
 * Asks the network for every address once and tells those that are gone. A site that refuses
 * programs (401, 403, 429 and their kin) has told nothing of the address.
 */
export async function findDeadExternalLinks(
  links: readonly ExternalLink[],
  limits: LinkLimits = LIMITS,
): Promise<Problem[]> {
  const addresses = new Set(links.map(({ href }) => addressOf(href)));
  const sites = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const reasons = new Map<string, string>();
  const askNext = async (): Promise<void> => {
    for (let site = sites.shift(); site !== undefined; site = sites.shift()) {
      for (const address of site) {
        const reason = await findFault(address, limits.timeout);
        if (reason !== undefined) reasons.set(address, reason);
      }
    }
  };
  await Promise.all(Array.from({ length: limits.sites }, askNext));
  return links.flatMap(({ href, ...place }) => {
    const reason = reasons.get(addressOf(href));
    return reason === undefined ? [] : [problem('dead-external-link', place, { href, reason })];
  });
}

/** Whether a link leads to another site than the one at `origin`. */
export function isExternal(href: string, origin: string | undefined): boolean {
  return (
    /^https?:\/\//i.test(href) &&
    URL.canParse(href) &&
    new URL(href).origin !== (origin === undefined ? undefined : new URL(origin).origin)
  );
}

/** Without its fragment, which no server sees. */
function addressOf(href: string): string {
  const url = new URL(href);
  url.hash = '';
  return url.href;
}

async function findFault(address: string, timeout: number): Promise<string | undefined> {
  try {
    const status = await ask(address, 'HEAD', timeout);
    // Some servers answer HEAD with an error and GET with the page.
    return describeStatus(status < 400 ? status : await ask(address, 'GET', timeout));
  } catch (cause) {
    return describeFailure(cause);
  }
}

async function ask(address: string, method: 'HEAD' | 'GET', timeout: number): Promise<number> {
  const response = await fetch(address, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(timeout),
    headers: { 'user-agent': 'Mozilla/5.0 (compatible; Ballast link check)', accept: '*/*' },
  });
  await response.body?.cancel();
  return response.status;
}

function describeStatus(status: number): string | undefined {
  if (status === 404 || status === 410) return `对方说没有这个网页（${status}）`;
  return status >= 500 && status !== 999 ? `对方的服务器出错（${status}）` : undefined;
}

function describeFailure(cause: unknown): string {
  const { name, cause: inner } = cause as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return '等了很久没有回答';
  const code = inner?.code ?? '';
  if (code === 'ENOTFOUND') return '没有这个网站';
  if (/CERT|SSL|TLS/.test(code)) return `网站的证书有问题（${code}）`;
  return `连不上（${code || name}）`;
}
