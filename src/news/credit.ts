import type { Credit } from './article.ts';

/**
 * The people that an author named in one line: `周砚、林知夏`, `周砚/林知夏`, with the role before them,
 * `记者 周砚 林知夏`. Nobody is invented: strokes and spaces part only what looks like full names, and
 * what holds an address or a second role stays whole.
 * @param role of all of them, as written by itself; it outranks one in the line
 */
export function splitCredit({ name, role }: { name: string; role?: string | undefined }): Credit[] {
  const [, label, named = ''] = LABEL.exec(name.trim()) ?? [];
  const hasLabel = label !== undefined && !/[：:]/.test(named);
  const own = role ?? (!hasLabel || MEANS_AUTHOR.test(label) ? undefined : label);
  return (hasLabel ? named : name)
    .split(/[，、,；;]/)
    .flatMap((part) => splitNames(part.trim(), hasLabel ? /\s*[／/|｜\s]\s*/ : /\s*[／/|｜]\s*/))
    .filter((one) => one !== '')
    .map((one) => (own === undefined ? { name: one } : { name: one, role: own }));
}

/** What stands before names in print: a role with a space, a colon or a stroke; 文 静 is a name. */
const LABEL =
  /^(文|图|作者|撰文|撰稿|供稿|编译|翻译|摄影|编辑|责编|责任编辑|通讯员|实习生|(?:本[报刊网台]|见习|特约|实习|首席|财经)?记者)(?:\s*[：:／/|｜]\s*|(?<!^[文图])\s+)(?=\S)(.+)$/s;
const MEANS_AUTHOR = /^(?:文|作者|撰文|撰稿)$/;

function splitNames(text: string, separator: RegExp): string[] {
  const parts = text.split(separator);
  return parts.length > 1 && parts.every((part) => NAME.test(part)) ? parts : [text];
}

/**
 * A full name of 汉字 that begins with one of the frequent surnames (公安部, 二〇二〇年全国姓名报告, and
 * some of two characters); 时 and 华 are left out: 时报, 华夏 are more often outlets.
 */
const NAME =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文赖倪樊兰殷施洪翟安颜牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲游裴席卫查屈鲍霍翁隋甘景单包司柏宁柯阮桂闵诸慕尉]\p{Script=Han}{1,3}$/u;
