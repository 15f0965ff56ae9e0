import path from 'node:path';
import { readCommandLine } from '../command-line.ts';
import { OperatorError } from '../environment.ts';
import { BEIJING, isZone, readWrittenDate, type Zone } from '../news/written-date.ts';
import { cleanLine } from './source-text.ts';

export interface ImportOptions {
  /** As the operator wrote it: messages name it so. */
  file: string;
  into: string;
  /** Channel of articles that name none. */
  channel: string;
  /** Zone of dates without an offset. */
  zone: Zone;
  /** Date of articles that have none, as frontmatter writes it. */
  date?: string;
  /** Whether articles come as drafts. */
  draft: boolean;
  /** Whether pictures of other hosts may be fetched. */
  mayDownload: boolean;
}

export const HELP = `把别处的稿件导入成 Markdown 文件，图片放在稿件旁边。

用法：npm run import -- 文件或文件夹 [选项]

能导入的：
  稿件.docx         Word、WPS、LibreOffice 的文档：标题、表格、图片、脚注
  网页.html         浏览器另存的网页（选“网页，全部”）、公众号文章
  导出.xml          WordPress 的导出文件
  表格.csv          Excel 或 WPS 另存的 CSV，第一行写列名：标题、日期、正文……
  记录.jsonl        JSON Lines，每行一篇
  Hexo、Hugo 的文件夹，以及放着上面这些文件的文件夹

选项：
  --into 文件夹     放稿件的文件夹，默认 content；缺少的设置文件会自动建好
  --channel 栏目    稿件没有写栏目时用的栏目，默认“综合”
  --date 日期       稿件没有日期时用的日期，例如 2026-03-15 或 "2026-03-15 09:30"
  --zone 时区       日期没有写时区时按哪里的时间，默认北京时间；
                    可写 +08:00、UTC、Asia/Shanghai、America/New_York 等
  --draft           都存成草稿，看过再发
  --download        把外站的图片也下载回来；不加时，外站的图片改成链接
  --help            显示这段说明

JSON Lines 和 CSV 可写：title（标题）、date（日期）必填；text（正文）、id（编号）、source（来源）、
byline（作者，几个人用顿号隔开）、
url（原文网址）、summary（摘要）、channel（栏目）、tags（标签）选填。没有正文的，只收标题、
摘要和原文链接。再次导入不会改动已有的稿件。

例如：{"id": "0315-a", "title": "标题", "date": "2026-03-15T09:30:00+08:00", "text": "第一段\\n第二段"}`;

/**
 * Reads the command line; `'help'` when that was asked for.
 * @throws {OperatorError} in Chinese
 */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ImportOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  if (file === undefined) throw new OperatorError('没有写要导入的文件。', USAGE);
  if (others.length > 0) {
    throw new OperatorError(`一次只能导入一个文件或文件夹，多出了：${others.join('、')}`, USAGE);
  }
  const channel = cleanLine(values.channel);
  if (channel === '')
    throw new OperatorError('--channel 是空的。', '请写栏目名，例如 --channel 综合');
  if (!isZone(values.zone)) {
    throw new OperatorError(
      `--zone 不是认识的时区：${values.zone}`,
      '请写 +08:00、UTC 或 Asia/Shanghai 这样的时区。',
    );
  }
  const date = values.date === undefined ? undefined : readWrittenDate(values.date, values.zone);
  if (values.date !== undefined && date === undefined) {
    throw new OperatorError(
      `--date 读不懂：${values.date}`,
      '请写成 2026-03-15 或 "2026-03-15 09:30"（有空格要加引号）。',
    );
  }
  return {
    file,
    into: path.normalize(values.into || env['CONTENT_DIR'] || 'content'),
    channel,
    zone: values.zone,
    ...(date === undefined ? {} : { date }),
    draft: values.draft,
    mayDownload: values.download,
  };
}

const USAGE = '写成：npm run import -- 文件或文件夹（加 --help 看全部说明）';

function parse(args: readonly string[]) {
  return readCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        date: { type: 'string' },
        draft: { type: 'boolean', default: false },
        download: { type: 'boolean', default: false },
        channel: { type: 'string', default: '综合' },
        zone: { type: 'string', default: BEIJING },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    USAGE,
  );
}
