/** What reading, checking and building an article can find; texts with `{blanks}`. */

export type Severity = 'error' | 'warning';

export interface Kind {
  severity: Severity;
  message: string;
  hint: string;
}

export const error = (message: string, hint: string): Kind => ({
  severity: 'error',
  message,
  hint,
});

export const warning = (message: string, hint: string): Kind => ({
  severity: 'warning',
  message,
  hint,
});

export const contentKinds = {
  'not-utf8': error(
    '文件不是 UTF-8 编码（多半是 GBK），文字会变成乱码。',
    '用记事本或 WPS 打开，选“另存为”，编码选 UTF-8，再提交。',
  ),
  'unreadable-file': error(
    '文件读不出来：{reason}',
    '请检查文件是否完整、有没有读取权限，然后重新提交。',
  ),
  'empty-file': error('文件是空的。', '请补上开头的信息块（--- 之间）和正文，或删除这个文件。'),
  'wrong-extension': error(
    '“{name}”看起来是一篇稿件，但扩展名不对，不会被发布。',
    '请把文件名改成以 .md 结尾（Windows 里先勾选“显示文件扩展名”）；不是稿件就移到别处。',
  ),
  'unused-file': warning(
    '“{name}”不是稿件也不是图片，不会发布。',
    '稿件请存成 .md 或 .mdx；不需要的文件请移走。',
  ),
  'no-year-folder': error(
    '稿件没有放在年份文件夹里。',
    '请移到 articles/年份/ 下，例如 articles/2026/{name}。',
  ),
  'unused-settings': error(
    '“{name}”放在这里不会起作用。',
    '设置文件的名字只能是 {known}；固定页面请存成 pages/ 下的 .md 文件。',
  ),
  'unusable-name': error(
    '文件名里没有可以用作网址的文字。',
    '请改用字母、数字、汉字和连字符，例如 nianhua-lilv.md。',
  ),
  'no-frontmatter': error(
    '开头没有信息块。',
    '文件第一行写三个英文减号 ---，下面写 title、date、channel，再用一行 --- 结束。',
  ),
  'source-in-code': error(
    '整篇稿件放在代码块里了：信息块前面有一行“{fence}”。',
    '请删去这一行，以及和它成对的那一行 ```（一般在文件末尾）。',
  ),
  'wrong-fence': error(
    '信息块的分隔线写成了“{fence}”。',
    '请改成三个英文减号 ---（切到英文输入法），前后不要有别的字。',
  ),
  'unclosed-frontmatter': error(
    '信息块没有结束：找不到第二行 ---。',
    '请在最后一项信息的下一行写三个英文减号 ---。',
  ),
  'fullwidth-colon': error(
    '“{key}”后面用了中文冒号“：”。',
    '请改成英文冒号加一个空格，例如：{key}: {value}',
  ),
  'no-space-after-colon': error(
    '“{key}”的冒号后面没有英文空格。',
    '请在英文冒号后面打一个半角空格，例如：{key}: {value}',
  ),
  'bad-yaml': error('这一行的格式读不懂：{line}', '{advice}'),
  'lost-after-hash': error(
    '“{key}”里的 # 会让后面的文字（{lost}）被当成注释丢掉。',
    '如果它是文字的一部分，请给整段加上英文双引号，例如：{example}；如果只是备注，请另起一行写。',
  ),
  'duplicate-key': error('“{key}”写了两次。', '请只保留一处。'),
  'unknown-key': error('没有“{key}”这一项。', '{advice}'),
  'missing-key': error('缺少“{key}”（{label}）。', '请在信息块里加一行，例如：{example}'),
  'bad-value': error('“{key}”的写法不对：{reason}', '请写成，例如：{example}'),
  'bad-date': error(
    '“{key}”不是能读懂的日期：{value}',
    '请写成 2026-03-15 或 2026-03-15 09:30（北京时间）。',
  ),
  'unknown-channel': error('没有名为“{value}”的栏目。', '{advice}'),
  'unknown-topic': error('没有名为“{value}”的专题。', '{advice}'),
  'duplicate-id': error('编号“{id}”与 {other} 重复。', '每篇稿件的编号只能用一次，请改其中一个。'),
  'duplicate-address': error(
    '网址 {address} 与 {other} 相同（不分大小写）。',
    '请给其中一个文件改名。',
  ),
  'colliding-names': warning(
    '名字与 {other} 只差大小写，或者重音符号的编码不同。',
    '在 Windows 和苹果电脑上这两个会互相盖掉，请给其中一个改名。',
  ),
  'windows-name': warning(
    '“{name}”在 Windows 上建不出来：{reason}。',
    '用 Windows 的同事会取不下整个仓库，请改名，只用字母、数字、汉字和连字符。',
  ),
  'bad-alias': error(
    '旧址“{alias}”不能用：{reason}',
    '请写成从网站根目录开始的地址，例如 /news/1234.html。',
  ),
  'alias-meets-page': error(
    '旧址“{alias}”与 {other} 的地址相同。',
    '旧址不能是网站上已有的页面或别处已用的旧址，请改写或删去。',
  ),
  'missing-image': error(
    '找不到图片“{src}”。',
    '请把图片放在稿件旁边，并检查文件名（区分大小写）是否一致。',
  ),
  'unknown-pin': error(
    '“相关”里的“{pin}”不存在。',
    '请写另一篇稿件的编号，或它的文件名（不带 .md）。',
  ),
  'self-pin': error('“相关”里写了这篇稿件自己。', '请删去这一项。'),
  'resting-pin': warning(
    '“相关”里的“{pin}”现在{state}，暂不显示。',
    '它发布后会自动出现；不需要可以删去。',
  ),
  'ambiguous-pin': error(
    '“相关”里的“{pin}”对应多篇稿件。',
    '请改写成编号，或“年份/文件名”，例如 2026/{pin}。',
  ),
  'other-year': warning(
    '日期是 {year} 年，文件却在 {folder} 文件夹里。',
    '网址会用文件夹的年份；如果放错了，请移动文件。',
  ),
  'odd-date': warning('“{key}”（{name}）不比发布日期晚：{effect}。', '请核对这两个日期的年月日。'),
  'broken-mdx': error(
    '这里的 MDX 读不懂：{reason}',
    '在 MDX 里，<、{ 和 } 是代码；正文里要用时请写成 &lt;、&#123; 和 &#125;，或把文件改成 .md。',
  ),
  'empty-body': warning('没有正文。', '请补上正文；只有标题的快讯请写好摘要和来源网址。'),
  'nameless-source': warning(
    '来源只写了网址，读者看到的来源会是“{name}”。',
    '请把来源的名称写在网址前面，例如 source: 新华社 https://www.news.cn/。',
  ),
  'address-in-source': warning(
    '来源的名称里有网址，读者看得见、点不开：“{name}”。',
    '请写名称，空一格，再写一个以 https:// 开头的网址，例如 source: 新华社 https://www.news.cn/。',
  ),
  'unclear-byline': warning('“{key}”里的“{name}”会整个当成一个人的姓名。', '{advice}'),
  'remote-image': warning(
    '图片“{src}”在别的网站上，页面里只给出链接。',
    '请把图片下载后放在稿件旁边再引用。',
  ),
  'no-articles': warning('articles 文件夹里还没有稿件。', '写好第一篇后放进 articles/年份/ 即可。'),
  'missing-settings': error('缺少文件 {file}。', '{advice}'),
  'changed-body': warning('{text}。', '请打开页面看看，不合适就改正文。'),
  'broken-related': error(
    '相关新闻不合规则：{reason}。',
    '这是程序的问题，请把这条信息转给技术同事。',
  ),
  'dead-link': warning(
    '链接“{href}”指向网站里没有的页面（共 {count} 个网页有它）。',
    '请检查正文里的这个链接；如果它不在正文里，请转给技术同事。',
  ),
  'lost-article': error(
    '这篇稿件没有出现在生成的网站里。',
    '这是程序的问题，请把这条信息转给技术同事。',
  ),
} as const satisfies Record<string, Kind>;
