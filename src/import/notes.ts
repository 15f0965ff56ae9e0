/** What an import did with one article besides taking its words: counted, and said in Chinese. */

export type NoteKind = keyof typeof KINDS;

/** Counts by kind; kinds are told in the order of the catalogue, whatever came first. */
export class Notes {
  readonly #counts = new Map<NoteKind, number>();
  /** Names of what was left behind, each once: `youtube`, `tuya.emf`. */
  readonly #names = new Map<NoteKind, Set<string>>();

  add(kind: NoteKind, count = 1, name?: string): void {
    if (count === 0) return;
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
    if (name !== undefined) {
      this.#names.set(kind, (this.#names.get(kind) ?? new Set()).add(name));
    }
  }

  count(kind: NoteKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** Adds what another article's notes count. */
  addAll(other: Notes): void {
    for (const [kind, count] of other.#counts) this.add(kind, count);
  }

  /** `带来图片 2 张、表格 1 个；改动：拆开合并的单元格 1 处；没有带来：批注 1 条`, or ''. */
  toString(): string {
    return (Object.keys(LEADS) as Group[])
      .map((group) => {
        const parts = (Object.keys(KINDS) as NoteKind[])
          .filter((kind) => KINDS[kind].group === group && this.count(kind) > 0)
          .map((kind) => this.#describe(kind));
        return parts.length === 0 ? '' : LEADS[group] + parts.join('、');
      })
      .filter((part) => part !== '')
      .join('；');
  }

  #describe(kind: NoteKind): string {
    const names = [...(this.#names.get(kind) ?? [])];
    const shown = names.slice(0, SHOWN).join('、') + (names.length > SHOWN ? ' 等' : '');
    const text = KINDS[kind].text.replace('{n}', String(this.count(kind)));
    return names.length === 0 ? text : `${text}（${shown}）`;
  }
}

const SHOWN = 3;

type Group = keyof typeof LEADS;

const LEADS = { taken: '带来', changed: '改动：', left: '没有带来：' } as const;

const taken = (text: string) => ({ group: 'taken', text }) as const;
const changed = (text: string) => ({ group: 'changed', text }) as const;
const left = (text: string) => ({ group: 'left', text }) as const;

const KINDS = {
  pictures: taken('图片 {n} 张'),
  tables: taken('表格 {n} 个'),
  footnotes: taken('脚注 {n} 条'),
  aliases: taken('旧址 {n} 个'),
  'title-from-text': changed('标题取自正文第一段'),
  'title-from-name': changed('标题取自文件名'),
  'date-from-file': changed('日期取自文件的创建时间'),
  'merged-cells': changed('拆开合并的单元格 {n} 处'),
  'inner-tables': changed('表格里的表格改成文字 {n} 个'),
  headings: changed('小标题改了级别 {n} 个'),
  'linked-pictures': changed('外站图片改成链接 {n} 张'),
  'mended-markdown': changed('专用标签改成 Markdown {n} 处'),
  channels: changed('分类不止一个，其余的改作标签 {n} 个'),
  'lost-pictures': left('找不到的图片 {n} 张'),
  'odd-pictures': left('打不开或网页不能显示的图片 {n} 张'),
  embeds: left('视频、音频和嵌入的网页 {n} 个'),
  forms: left('表单、按钮 {n} 个'),
  comments: left('批注 {n} 条'),
  'reader-comments': left('读者评论 {n} 条'),
  formulas: left('公式 {n} 个'),
  drawings: left('图表、图形和文本框 {n} 个'),
  shortcodes: left('专用标签 {n} 处'),
  fields: left('用不上的字段 {n} 个'),
  addresses: left('不能作旧址的地址 {n} 个'),
} as const;
