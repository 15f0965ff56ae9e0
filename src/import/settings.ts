import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../archive/content-files.ts';
import { OperatorError } from '../environment.ts';
import type { Channel } from '../news/settings-schema.ts';
import { appendChannels, findMissing, listChannels, readChannels } from './channel-list.ts';
import { writeWhole } from './disk.ts';
import { finding } from './finding.ts';
import type { ImportReport } from './report.ts';
import { composeSettings } from './settings-files.ts';

/** What the settings must hold once the articles are in. */
export interface SettingsNeed {
  /** As read before the import; undefined where there was no channels.yaml. */
  channels: Channel[] | undefined;
  /** Channel names (or ids) of the articles, in the order met. */
  used: ReadonlySet<string>;
  /** Name given to articles without a channel: a new folder has it in any case. */
  standard: string;
  since: string;
}

/**
 * The channels a content folder has; undefined when it has no channels.yaml.
 * @throws {OperatorError} when the file is there but cannot be read
 */
export function readExistingChannels(contentDir: string): Channel[] | undefined {
  if (!existsSync(path.join(contentDir, CHANNELS))) return undefined;
  const source = readText(contentDir, CHANNELS);
  const channels = typeof source === 'string' ? readChannels(source) : undefined;
  if (channels) return channels;
  const file = path.join(contentDir, CHANNELS);
  throw new OperatorError(
    `${file} 读不懂，还没有导入任何稿件。`,
    '请先改好它（UTF-8 编码，每行像 - { id: banking, name: 银行 }）。',
  );
}

/** Creates the settings files that are missing and adds missing channels; overwrites nothing. */
export function ensureSettings(contentDir: string, need: SettingsNeed, report: ImportReport): void {
  const { channels, used, standard, since } = need;
  const files = composeSettings([...new Set([standard, ...used])], since);
  for (const [file, text] of Object.entries(files)) {
    if (existsSync(path.join(contentDir, file))) continue;
    writeWhole(path.join(contentDir, file), text);
    report.created.push(file);
  }
  const missing = channels ? findMissing(used, channels) : [];
  if (missing.length === 0) return;
  const source = readText(contentDir, CHANNELS);
  const appended = typeof source === 'string' ? appendChannels(source, missing) : undefined;
  if (appended !== undefined) {
    writeWhole(path.join(contentDir, CHANNELS), appended);
    report.addedChannels.push(...missing);
    return;
  }
  const place = { file: path.join(contentDir, CHANNELS) };
  const lines = listChannels(missing, channels).join('\n');
  report.findings.push(finding('closed-channels', place, { names: missing.join('、'), lines }));
}

const CHANNELS = 'channels.yaml';
