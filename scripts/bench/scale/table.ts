import type { Row } from './row.ts';

const HEADINGS = [
  'articles',
  'generator',
  'step',
  'load before',
  'seconds',
  'without search',
  '× Eleventy',
  'CPU s',
  '× Eleventy CPU',
  'peak MB',
  'pages made',
  'files',
  'MB',
  'of which',
];

/**
 * One Markdown table of all rows. The ratio is to Eleventy's full build of the same articles, search
 * not counted, since Eleventy makes none; that of processor time counts all, and says more on a
 * machine that had other things to do.
 */
export function formatTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const eleventy = rows.find(({ size, tool }) => size === row.size && tool === 'Eleventy');
    const comparable = row.seconds - row.searchSeconds;
    const isBuild = row.files !== undefined;
    return [
      row.size,
      row.tool,
      row.step,
      row.load.toFixed(1),
      row.seconds.toFixed(1),
      row.searchSeconds > 0 ? comparable.toFixed(1) : '',
      isBuild && eleventy ? (comparable / eleventy.seconds).toFixed(2) : '',
      row.cpu?.toFixed(1) ?? '',
      row.cpu && eleventy?.cpu ? (row.cpu / eleventy.cpu).toFixed(2) : '',
      row.peakMb ?? '',
      row.made ?? '',
      row.files ?? '',
      row.bytes === undefined ? '' : (row.bytes / 1e6).toFixed(1),
      Object.entries(row.phases)
        .map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`)
        .join(', '),
    ];
  });
  return [HEADINGS, HEADINGS.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
