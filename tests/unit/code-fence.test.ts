import { expect, test } from 'vitest';
import { findCodeFence } from '../../src/news/code-fence.ts';

const HEAD = '---\ntitle: 甲\n---';

test.each([
  ['around the whole', `\`\`\`markdown\n${HEAD}\n\n正文\n\`\`\`\n`, { start: 0, end: 6 }],
  ['longer marks', `\n~~~~\n${HEAD}\n\n正文\n~~~~\n\n`, { start: 1, end: 7 }],
  ['around the frontmatter', `\`\`\`yaml\n${HEAD}\n\`\`\`\n\n正文`, { start: 0, end: 4 }],
  ['a block inside', `\`\`\`md\n${HEAD}\n\n\`\`\`js\n1\n\`\`\`\n\`\`\``, { start: 0, end: 8 }],
  ['its end missing', `\`\`\`md\n${HEAD}\n\n正文`, { start: 0 }],
  ['the last block is one of the body', `\`\`\`md\n${HEAD}\n\n\`\`\`js\n1\n\`\`\``, { start: 0 }],
])('%s', (_, text, fence) => {
  expect(findCodeFence(text.split('\n'))).toEqual(fence);
});

test.each([
  ['no block', HEAD],
  ['a block of something else', '```js\nconst a = 1;\n```'],
  ['a block behind the frontmatter', `${HEAD}\n\n\`\`\`md\n---\na: b\n---\n\`\`\``],
  ['nothing', ''],
])('%s is none', (_, text) => {
  expect(findCodeFence(text.split('\n'))).toBeUndefined();
});
