import { type ParseArgsConfig, parseArgs } from 'node:util';
import { OperatorError } from './environment.ts';

/**
 * `parseArgs` for a command that answers in Chinese.
 * @param usage what to write instead, for every mistake
 * @throws {OperatorError} for what the command does not know or take
 */
export function readCommandLine<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const name = /'(-?[^' ]+)/.exec(message)?.[1] ?? '';
    const isKnown = code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    if (!isKnown) throw new OperatorError(`没有 ${name} 这个选项。`, usage);
    const takesNothing = message.includes('does not take an argument');
    const fault = takesNothing ? '后面不能写内容' : '后面缺少内容';
    throw new OperatorError(`${name} ${fault}。`, usage);
  }
}
