/**
 * Whether a text is the full name of a person in 汉字: a frequent surname (公安部, 二〇二〇年全国姓名报告)
 * with one or two characters, a surname of two with as many. 时 and 华 are left out, 时报 and 华夏 are
 * more often outlets; so are words of the trade, places and bodies that begin with a surname. A rare
 * name is not known: whoever asks must leave it as it is.
 */
export function isFullName(text: string): boolean {
  return FULL_NAME.test(text) && !ENDS_AS_BODY.test(text) && !NO_NAMES.has(text);
}

/** Whether a text is called like an outlet, an office or a column, not like a person. */
export function isBody(text: string): boolean {
  return ENDS_AS_BODY.test(text);
}

/** Whether a text can be nothing but a body: one that is also a full name, as 陈科, is left a person. */
export function isSurelyBody(text: string): boolean {
  return isBody(text) && !FULL_NAME.test(text);
}

const FULL_NAME =
  /^(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文赖倪樊兰殷施洪翟安颜牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁舒耿牟卜卞路詹关苗凌费纪靳盛童欧甄项曲游裴席卫查屈鲍霍翁隋甘景单包司柏宁柯阮桂闵储符索阚]\p{Script=Han}{1,2}|(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|东方|南宫)\p{Script=Han}{1,2})$/u;

const ENDS_AS_BODY =
  /(?:[报社网刊台站部局所院会司室组团委处厅科系州省市县区]|杂志|频道|新闻|财经|中心|集团|银行|证券|基金|学院|智库|客户端|手记|观察|札记|联盟|之家)$/;

/** Words of the trade and provinces that begin with a surname. */
const NO_NAMES: ReadonlySet<string> = new Set(
  '高级 常驻 金融 文字 文化 文娱 文旅 文体 时政 经济 安全 安徽 江苏 江西 宁夏 云南 甘肃 石油 易车 万得 方正 安信 金库 夏令 白领 史料 包头 武汉 关于 单位 管理 高层 黑龙江 马来 任何 向导 项目 路透 路演 康养 宁波 温哥华 石家庄 金华 莫斯科 汤森 文件'.split(
    ' ',
  ),
);
