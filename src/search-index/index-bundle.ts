/** The process that indexes one bundle: Pagefind gives memory back only by ending. */
import type { Period } from '../news/search/periods.ts';
import { indexBundle } from './bundle.ts';
import { readSpool } from './spool.ts';
import { readTraditionalTable } from './traditional-table.ts';

/** What the process is sent. */
export interface BundleJob {
  /** File with the bundle's records. */
  spool: string;
  period: Period;
  code: string;
  folder: string;
}

const table = readTraditionalTable();

process.once('message', async (job: BundleJob) => {
  await indexBundle(readSpool(job.spool), job.code, table, job.folder);
  process.disconnect();
});
