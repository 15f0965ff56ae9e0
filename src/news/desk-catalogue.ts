import { error, type Kind, warning } from './problem-catalogue.ts';

/** What `npm run check` finds in articles that can be published as they are. */
export const deskKinds = {
  'invisible-character': warning(
    '这一行有看不见的字符：{name}（{code}），共 {count} 个。',
    '把光标移到它旁边删掉它，或运行 npm run check -- --fix。',
  ),
  'damaged-text': warning(
    '这里有“{text}”，原来的字已经丢了（多半是编码转错）。',
    '请对照原稿补上丢掉的字。',
  ),
  'literal-stars': warning(
    '这里的 ** 没有变成加粗，读者会看到星号：{text}',
    '加粗要前后各两个星号，紧挨着文字，写在同一段里，例如：**重要提示**。',
  ),
  'heading-without-space': warning(
    '“{text}”没有变成小标题：# 要用英文的，后面空一格。',
    '请写成：{example}',
  ),
  'fullwidth-link': warning(
    '“{text}”没有变成链接或图片：方括号和圆括号都要用英文的，中间不空格。',
    '请写成：[文字](https://…)；图片写成：![图中有什么](./tu.png)。',
  ),
  'underlined-heading': warning(
    '“{text}”会变成小标题：下面紧跟着一行 {mark}。',
    '要分隔线，请在它上面空一行；要小标题，请写成：## {text}',
  ),
  'space-in-address': warning(
    '“{text}”没有变成链接或图片：地址里有空格。',
    '请给文件改个没有空格的名字；不能改就用尖括号括住地址，写成：{example}',
  ),
  'unreachable-address': warning(
    '这个{what}的地址“{address}”别人打不开，网页上{effect}。',
    '图片请放在稿件旁边，写成 ./tu.png；链接请写 https:// 开头的网址，或稿件的文件名。',
  ),
  'address-with-marks': warning(
    '链接的网址里有中文标点：{address}',
    '网址里多半不该有“{mark}”，请把它移到圆括号外面。',
  ),
  'indented-code': warning(
    '这一段开头有四个空格，会显示成一块代码：{text}',
    '请删去段首的空格，网站会自动空两格。',
  ),
  'unclosed-code': warning(
    '从这里起到最后会显示成一块代码：{text}',
    '代码块前后各要一行 ```；不是代码，就删去这一行。',
  ),
  'joined-lines': warning(
    '这几行会连成一段：{text}',
    '请在每行之间空一行；要列表，就用“- ”或“1. ”开头，后面空一格。',
  ),
  'unmatched-footnote': warning(
    '脚注“[^{name}]”{reason}。',
    '正文里写 [^{name}]，另起一段写 [^{name}]: 内容，两处的名字要一样，用英文方括号和冒号。',
  ),
  'broken-table': warning(
    '这一行像表格，却没有变成表格：{text}',
    '竖线 |、短横线 - 和冒号 : 都要用英文的，表头下面要有一行短横线，表格前后各空一行；从 Excel、WPS 粘来的，格与格之间要补上竖线。',
  ),
  'year-as-list': warning(
    '“{text}”会变成从 {number} 开始的编号列表。',
    '请把点换掉，例如写成 {number} 年，或在点前面加反斜线：{number}\\.',
  ),
  'accidental-strike': warning(
    '“{text}”会被画上删除线：两个 ~~ 是删除线的记号。',
    '数字之间请只写一个 ~，或用一字线 —。',
  ),
  'half-width-mark': warning('中文里用了英文标点：{text}', '请写成：{better}（GB/T 15834）。'),
  'wrong-ellipsis': warning(
    '省略号写成了“{text}”。',
    '中文省略号是六个点，占两个字：……（GB/T 15834）。',
  ),
  'unpaired-mark': warning(
    '这一段里的 {mark} 没有配对的 {other}：{text}',
    '请补上另一半，或删去多出来的一半；看看是不是用了英文的（GB/T 15834）。',
  ),
  'uneven-spacing': warning(
    '汉字与字母、数字之间，本篇大多{usual}，这里却{odd}：{text}（共 {count} 处）',
    '请全篇用一种写法，改成：{better}',
  ),
  'missing-alt': warning(
    '图片“{src}”没有替代文字。',
    '请在方括号里写图中有什么，例如：![柱状图：三种存款的利率]({src})',
  ),
  'large-image': warning(
    '图片“{src}”有 {size} MB，手机上打开很慢。',
    '请用看图软件把它缩到 2000 像素宽以内，1 MB 以下，再放回来。',
  ),
  'wechat-image': warning(
    '图片在公众号的服务器上，别的网站打不开：{src}',
    '请把图片存下来，放在稿件旁边，写成 ![图中有什么](./tu.png)。',
  ),
  'dead-article-link': warning(
    '站内链接“{href}”打不开：{reason}。',
    '请检查地址；链接另一篇稿件，可以写它的文件，例如 ./lpr.md。',
  ),
  'dead-external-link': warning(
    '外部链接“{href}”打不开：{reason}。',
    '请用浏览器打开看看；真的没有了，就换一个地址，或删去链接。',
  ),
  'moved-address': warning(
    '这篇稿件原来的地址是 {address}，现在变了，旧链接会打不开。',
    '请在信息块里加一行：aliases: [{address}]',
  ),
  'incomplete-reprint': warning(
    '转载稿还缺：{missing}。',
    '请补全来源名称、原文网址、授权和责任编辑（《互联网新闻信息服务管理规定》第十五条）。',
  ),
  'repeated-title': warning(
    '标题与 {other} 相同：{title}',
    '读者和搜索引擎会把两篇当成一篇，请改其中一个；重复登了就删去一篇。',
  ),
  'near-copy': warning(
    '正文与 {other} 几乎一样。',
    '重复登了就删去一篇；是转载请写 kind: 转载 和来源。',
  ),
  'id-card-number': warning(
    '这里有一个身份证号码：{masked}',
    '请删去或遮住，例如写成 {masked}；举例请注明“示例”并用明显的假号码（《个人信息保护法》第二十八条）。',
  ),
  'bank-card-number': warning(
    '这里有一个银行卡号：{masked}',
    '请删去或遮住，例如写成 {masked}（《个人信息保护法》第二十八条）。',
  ),
  'mobile-number': warning(
    '这里有一个手机号码：{masked}',
    '个人的号码请删去或遮住；单位公开的联系电话可以放行，写法见说明。',
  ),
  'desk-rule': warning('“{word}”：{name}。', '依据{basis}：{advice}'),
  'promotion-rule': error('“{word}”不能出现在推广里：{name}。', '依据{basis}：{advice}'),
  'excuse-without-reason': warning(
    '放行“{kind}”没有写原因，所以不算数。',
    '请写明原因，例如：<!-- 放行 {kind}：引用监管原文 -->',
  ),
} as const satisfies Record<string, Kind>;
