import { loadNewsroom } from '../newsroom.ts';

/** Everything may be read. Below a base path the file belongs at the host's root: see the README. */
export async function GET(): Promise<Response> {
  const { links } = loadNewsroom();
  const lines = [
    'User-agent: *',
    'Allow: /',
    '',
    `Sitemap: ${links.absolute('/sitemap-index.xml')}`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain' } });
}
