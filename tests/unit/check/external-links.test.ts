import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDeadExternalLinks, isExternal } from '../../../src/check/external-links.ts';

const asked: string[] = [];
let server: Server;
let origin = '';
let most = 0;

beforeAll(async () => {
  let open = 0;
  server = createServer((request, response) => {
    open++;
    most = Math.max(most, open);
    response.on('close', () => open--);
    asked.push(`${request.method} ${request.url}`);
    const path = request.url ?? '';
    if (path === '/slow') return;
    if (path === '/moved') response.writeHead(301, { location: '/good' });
    else if (path === '/no-head') response.writeHead(request.method === 'HEAD' ? 405 : 200);
    else response.writeHead({ '/good': 200, '/secret': 403, '/broken': 500 }[path] ?? 404);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function check(...paths: string[]): Promise<string[]> {
  const links = paths.map((path, index) => ({
    href: path.startsWith('/') ? origin + path : path,
    file: 'a.md',
    line: index + 1,
  }));
  const found = await findDeadExternalLinks(links, { sites: 4, timeout: 500 });
  return found.map(({ line, message }) => `${line} ${message.replace(origin, '')}`);
}

test('what is gone is told with its reason, at every place it is written', async () => {
  expect(
    await check('/good', '/gone', '/moved', '/no-head', '/secret', '/broken', '/gone#a'),
  ).toEqual([
    '2 外部链接“/gone”打不开：对方说没有这个网页（404）。',
    '6 外部链接“/broken”打不开：对方的服务器出错（500）。',
    '7 外部链接“/gone#a”打不开：对方说没有这个网页（404）。',
  ]);
});

test('one address is asked once, one site one address at a time', async () => {
  asked.length = 0;
  most = 0;
  await check('/good', '/good#a', '/good#b', '/moved');
  expect(asked).toEqual(['HEAD /good', 'HEAD /moved', 'HEAD /good']);
  expect(most).toBe(1);
});

test('a server that never answers, and none at all', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`;
  await new Promise((resolve) => gone.close(resolve));
  expect(await check('/slow', address)).toEqual([
    '1 外部链接“/slow”打不开：等了很久没有回答。',
    `2 外部链接“${address}”打不开：连不上（ECONNREFUSED）。`,
  ]);
});

test.each([
  ['https://other.example/a', true],
  ['http://site.example/a', true],
  ['https://site.example/a', false],
  ['./a.md', false],
  ['mailto:a@b.example', false],
  ['https://', false],
])('%s', (href, expected) => {
  expect(isExternal(href, 'https://site.example/sub/')).toBe(expected);
});
