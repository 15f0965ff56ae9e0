import { listChannels } from './channel-list.ts';

/**
 * Settings a new content folder starts with, by file: valid as they stand, so that the site builds
 * at once, and commented, since somebody has to fill them in.
 * @param channelNames in the order of the navigation
 * @param since four-digit year of the oldest article
 */
export function composeSettings(
  channelNames: readonly string[],
  since: string,
): Readonly<Record<string, string>> {
  return {
    'site.yaml': composeSite(since),
    'channels.yaml': `${CHANNELS}${listChannels(channelNames).join('\n')}\n`,
    'topics.yaml': TOPICS,
    'people.yaml': PEOPLE,
  };
}

const composeSite = (
  since: string,
) => `# 网站的名称、网址与页脚信息。这份是导入时自动建的，请逐项改成本单位的。
name: 新闻站
description: 请用一两句话介绍本站，搜索引擎和分享卡片会用到。
# 网站的完整网址，以 https:// 开头。
address: https://news.example
language: zh-CN
organisation: 编辑部
# 版权所有的首年。
since: ${since}

# 订阅条目的永久命名空间：上线前改成本站的域名和年份，上线后不要再改，
# 改了会让所有读者把旧文当成新文。
namespace: tag:news.example,${since}

# 以下各项去掉行首的 # 再填写。备案号格式不对时不会生成网站。
# contacts:
#   email: newsroom@news.example
#   phone: 000-0000-0000
# icp: 京ICP备00000000号-1
# police: 京公网安备00000000000000号
# licence: 互联网新闻信息服务许可证编号
# report:
#   phone: 000-0000-0000
#   email: report@news.example

# 列表每页的篇数；订阅里保留最新的多少篇；正文是否首行缩进两个字。
page_size: 30
feed_size: 50
indent: true
`;

const CHANNELS = `# 栏目，按导航里的顺序。id 用作网址（小写字母、数字和连字符），上线后不要改；
# name 是稿件里写的栏目名，可加 description 写一句说明。
`;

const TOPICS = `# 专题。要建专题时，把 [] 换成下面这样的几行，再在稿件里写 topics: [borrowing]。
# - id: borrowing
#   name: 看懂一张借款合同
#   summary: 一句话说明这个专题。
[]
`;

const PEOPLE = `# 记者与编辑。写在这里的人会有自己的页面；要加人时，把 [] 换成下面这样的几行。
# - id: zhang-san
#   name: 张三
#   role: 记者
[]
`;
