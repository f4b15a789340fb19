import { defineWords } from '../i18n/define-words.ts';

export const paletteWords = defineWords(
  {
    open: '搜索（Ctrl+K）',
    title: '查找案卷或前往页面',
    placeholder: '编号、机构（可用拼音首字母）、班级名称，或 姓名+证件号后四位',
    results: '结果',
    none: '没有找到。可换用编号的后几位、机构拼音首字母，或检查是否在您的辖区内。',
    hint: '查人会留下记录。↑↓ 选择，Enter 打开，Esc 关闭。',
    go: '前往',
    class: '班级',
    claim: '申领',
    closed: '已办结',
  },
  {
    open: 'Search (Ctrl+K)',
    title: 'Find a case or go to a page',
    placeholder: 'Number, institution (also pinyin initials), class, or name + last four of the identity number',
    results: 'Results',
    none: 'Nothing found. Try the last digits of a number or the initials of an institution, and check that it is in your region.',
    hint: 'Searches for a person are noted. ↑↓ choose, Enter opens, Esc closes.',
    go: 'Go to',
    class: 'class',
    claim: 'claim',
    closed: 'closed',
  },
);
