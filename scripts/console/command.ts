import { OperatorError } from '../../src/environment.ts';
import { ContentError } from '../../src/news/problem.ts';

/**
 * Runs a command: exit status 1 when it fails. A mistake in content or settings is a message for its
 * author; only a fault of ours shows a stack trace.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (cause) {
    console.error(`\n${describeFailure(cause)}`);
    process.exitCode = 1;
  }
}

function describeFailure(cause: unknown): string {
  if (cause instanceof ContentError || cause instanceof OperatorError) return cause.message;
  const place = placeOfSyntaxError(cause);
  if (place) return place;
  return `程序出错，没有完成。请把下面的信息转给技术同事：\n\n${cause instanceof Error ? cause.stack : String(cause)}`;
}

/** An MDX article whose code does not compile is its author's to mend. */
function placeOfSyntaxError(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { id, loc } = cause as { id?: string; loc?: { file?: string; line?: number } };
  const file = loc?.file ?? id;
  if (!file?.split('?')[0]?.endsWith('.mdx')) return undefined;
  const line = loc?.line === undefined ? '' : `:${loc.line}`;
  return [
    `MDX 稿件有语法错误：${file}${line}`,
    `  ${cause.message.split('\n')[0]}`,
    '→ MDX 里的 <、{ 和 } 是代码；正文里要用它们时请写成 &lt;、&#123; 和 &#125;，或把文件改成 .md。',
  ].join('\n');
}
