import path from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '../environment.ts';
import { BEIJING, isZone, type Zone } from './source-date.ts';
import { cleanLine } from './source-text.ts';

export interface ImportOptions {
  /** As the operator wrote it: messages name it so. */
  file: string;
  into: string;
  /** Channel of articles that name none. */
  channel: string;
  /** Zone of dates without an offset. */
  zone: Zone;
}

export const HELP = `把稿件批量导入成 Markdown 文件。

用法：npm run import -- 文件 --into 文件夹 [--channel 栏目] [--zone 时区]

  文件              JSON Lines（.jsonl 或 .ndjson，UTF-8），每行一篇稿件
  --into 文件夹     放稿件的文件夹，例如 content；缺少的设置文件会自动建好
  --channel 栏目    稿件没有写栏目时用的栏目，默认“综合”
  --zone 时区       日期没有写时区时按哪里的时间，默认北京时间；
                    可写 +08:00、UTC、Asia/Shanghai、America/New_York 等
  --help            显示这段说明

每行可写：title（标题）、date（日期）必填；text（正文）、id（编号）、source（来源）、
url（原文网址）、summary（摘要）、channel（栏目）、tags（标签）选填。没有正文的，只收标题、
摘要和原文链接。再次导入同一个文件不会改动已有的稿件。

例如：{"id": "0315-a", "title": "标题", "date": "2026-03-15T09:30:00+08:00", "text": "第一段\\n第二段"}`;

/**
 * Reads the command line; `'help'` when that was asked for.
 * @throws {OperatorError} in Chinese
 */
export function readOptions(args: readonly string[]): ImportOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  if (file === undefined) throw new OperatorError('没有写要导入的文件。', USAGE);
  if (others.length > 0) {
    throw new OperatorError(`一次只能导入一个文件，多出了：${others.join('、')}`, USAGE);
  }
  if (!values.into) throw new OperatorError('没有写 --into：稿件要放进哪个文件夹？', USAGE);
  const channel = cleanLine(values.channel);
  if (channel === '')
    throw new OperatorError('--channel 是空的。', '请写栏目名，例如 --channel 综合');
  if (!isZone(values.zone)) {
    throw new OperatorError(
      `--zone 不是认识的时区：${values.zone}`,
      '请写 +08:00、UTC 或 Asia/Shanghai 这样的时区。',
    );
  }
  return { file, into: path.normalize(values.into), channel, zone: values.zone };
}

const USAGE = '写成：npm run import -- 文件.jsonl --into content（加 --help 看全部说明）';

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        channel: { type: 'string', default: '综合' },
        zone: { type: 'string', default: BEIJING },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    const name = /'(-[^' ]+)/.exec(String(cause))?.[1] ?? '';
    const isUnknown = (cause as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new OperatorError(
      isUnknown ? `没有 ${name} 这个选项。` : `${name} 后面缺少内容。`,
      USAGE,
    );
  }
}
