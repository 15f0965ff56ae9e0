import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back memory that this thread no longer uses. V8 collects where objects are made: a thread that
 * waits keeps the garbage of a whole archive's reading while another one needs memory of its own.
 */
export function collectGarbage(): void {
  if (getHeapStatistics().total_heap_size < WORTHWHILE) return;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}

/** In bytes; below, nobody misses it. */
const WORTHWHILE = 300e6;
