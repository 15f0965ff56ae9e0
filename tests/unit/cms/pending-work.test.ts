import { expect, test } from 'vitest';
import { PendingWork } from '../../../src/cms/pending-work.ts';

test('a save waits for work, for work that comes meanwhile, and for what waited for it', async () => {
  const pending = new PendingWork();
  const done: string[] = [];
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  pending.track(first.promise).then((name) => {
    done.push(name);
    pending.track(second.promise).then((other) => done.push(other));
  });
  const settled = pending.settle().then(() => done.push('saved'));
  first.resolve('a picture');
  await first.promise;
  second.resolve('another');
  await settled;
  expect(done).toEqual(['a picture', 'another', 'saved']);
});

test('work that fails holds nothing up, and its error is left to who started it', async () => {
  const pending = new PendingWork();
  const work = Promise.reject(new Error('no picture'));
  expect(pending.track(work)).toBe(work);
  await pending.settle();
  await expect(work).rejects.toThrow('no picture');
});
