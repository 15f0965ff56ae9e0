import { describe, expect, test } from 'vitest';
import { isRight, makeCases } from '../../../scripts/bench/markdown/cases.ts';
import { explainDifference } from '../../../scripts/bench/markdown/differences.ts';
import { ours, plain, reference } from '../../../scripts/bench/markdown/engines.ts';
import { breakTexts, readEmphasis, UNTOUCHED } from '../../../scripts/bench/markdown/malformed.ts';

describe('a difference from the parser has names, or is unexplained', () => {
  test.each([
    ['一段正文，**加粗**。', []],
    ['5%~7%，期限3~12个月', ['`~` between figures']],
    ['*ST甲与*ST乙', ['the star of *ST']],
    ['见 https://example.com/a，谢谢', ['addresses end before Chinese', '`rel` of links']],
    ['**提示：**请注意', ['emphasis beside Chinese marks']],
    ['第一行\n第二行', ['line ends between 汉字']],
    ['# 标题', ['headings and ids']],
    ['| 甲 |\n| -: |\n| 1 |', ['tables scroll']],
    ['![图](./tu.png "图注")', ['pictures are figures']],
    ['[甲](javascript:alert)', ['addresses of unknown schemes']],
    ['```js\n1\n```', ['classes of code']],
    ['<script>1</script>\n\n甲', ['tags are sanitised']],
    ['**甲：**乙，5~7与3~4', ['emphasis beside Chinese marks', '`~` between figures']],
  ])('%j', async (source, kinds) => {
    expect(explainDifference(source, await ours.render(source))).toEqual(kinds);
  });

  test.each([
    ['a lost word', '**甲：**乙', '<p><strong>甲：</strong></p>'],
    ['a lost link', '[甲](/a)', '<p>甲</p>'],
    ['a link that leads elsewhere', '[甲](/a)', '<p><a href="/b">甲</a></p>'],
    ['code turned into text', '`*甲*`', '<p>*甲*</p>'],
    ['a star lost in code', '`*甲*`', '<p><code>甲</code></p>'],
  ])('%s is not explained', (_, source, html) => {
    expect(explainDifference(source, html)).toBeUndefined();
  });
});

describe('cases with known answers', () => {
  const TEXT = '央行表示，流动性合理充裕：市场利率“稳中有降”趋势明显。比上年增长5.2%左右，很好。';
  const cases = makeCases(TEXT, 0);
  const find = (kind: string) => {
    const found = cases.find((one) => one.kind.startsWith(kind));
    if (!found) throw new Error(`no case of ${kind}`);
    return found;
  };

  test('are made of the text’s own words', () => {
    expect(find('bold with its colon')).toEqual({
      kind: 'bold with its colon, `**…：**`',
      source: '央行表示**流动性合理充裕：**市场利率',
      marks: [['strong', '流动性合理充裕：']],
      text: '央行表示流动性合理充裕：市场利率',
    });
    expect(find('bold figure').source).toBe('比上年增长**5.2%**左右');
    expect(makeCases(TEXT, 1)[0]?.source).toMatch(/^- /);
  });

  test('are right with the marks asked for and no other', async () => {
    const { marks, text } = find('bold quotation');
    const one = { kind: '', source: '', marks, text };
    expect(isRight(one, '<p>利率<strong>“稳中有降”</strong>趋势明显</p>')).toBe(false);
    expect(isRight(one, `<p>${text}</p>`)).toBe(false);
    const bold = text.replace('“稳中有降”', '<strong>“稳中有降”</strong>');
    expect(isRight(one, `<p>${bold}</p>`)).toBe(true);
    expect(isRight(one, `<p><em>${bold}</em></p>`)).toBe(false);
  });

  test('the parser alone fails some, ours none', async () => {
    const judge = async (engine: typeof ours) => {
      const wrong = [];
      for (const one of cases) {
        if (!isRight(one, await engine.render(one.source))) wrong.push(one.kind);
      }
      return wrong;
    };
    expect(await judge(ours)).toEqual([]);
    expect(await judge(plain)).toContain('bold quotation, `**“…”**`');
    expect(await judge(reference)).toContain('address before a mark, `https://…，`');
  });
});

test('texts are broken the same way in every run', () => {
  const texts = ['央行今天发布公告，下调存款准备金率。'.repeat(9), ''];
  const [first = '', second] = breakTexts(texts);
  expect(breakTexts(texts)).toEqual([first, second]);
  expect(first).not.toBe(texts[0]?.slice(0, first.length));
});

test('what is compared in broken texts', () => {
  const html = '<p>甲*<code>*乙</code><a href="/a">丙</a><a href="https://a.cn">丁</a></p>';
  const taken = UNTOUCHED.map(({ name, take }) => [name, take(html)]);
  expect(taken).toEqual([
    ['words', '甲乙丙丁'],
    ['code', ['*乙']],
    ['written links', ['/a']],
  ]);
  expect(readEmphasis('<p><em>甲\n乙</em><del>丙</del></p>')).toBe('[["em","甲乙"],["del","丙"]]');
});
