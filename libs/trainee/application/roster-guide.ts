import type { RosterField } from '../roster/roster-columns.ts';

/** How each column of the roster is filled in, as the sheet 说明 tells it (reference/ux.md 3.1). */
export const rosterGuide: Readonly<Record<RosterField, { readonly how: string; readonly example: string }>> = {
  sequence: { how: '行号，可不填', example: '1' },
  name: { how: '与身份证一致；少数民族姓名中的“·”照写', example: '侯·买买提' },
  idType: { how: '不填即为居民身份证', example: '居民身份证' },
  idNumber: { how: '18位；本列已设为文本，请勿改为数字格式，否则末几位会被 Excel 改为0', example: '11010519491231002X' },
  gender: { how: '可不填，由证件号码得出', example: '女' },
  birthDate: { how: '可不填，由证件号码得出', example: '1949-12-31' },
  ethnicity: { how: '可不填', example: '汉族' },
  education: { how: '从下拉列表选择', example: '高中' },
  household: { how: '可不填', example: '壶关县龙泉镇' },
  residence: { how: '常住的乡镇和村', example: '龙泉镇某村' },
  phone: { how: '本人手机号；没有手机的填带区号的固定电话', example: '13800000000' },
  category: { how: '从下拉列表选择，按当地现行政策', example: '' },
  categoryProof: { how: '人员类别须有证明的，填证明编号', example: '' },
  employer: { how: '在职人员填单位名称或统一社会信用代码', example: '' },
  occupation: { how: '不填即为本班的培训工种', example: '养老护理员' },
  level: { how: '从下拉列表选择', example: '五级/初级工' },
  firstTime: { how: '是或否', example: '是' },
  card: { how: '社保卡号或银行账号；本列已设为文本', example: '' },
  bank: { how: '银行账号的开户行', example: '' },
  voucher: { how: '已领取电子培训券的填券号', example: '' },
  remark: { how: '可不填', example: '' },
};

/** Words of the drop-down lists that no policy decides; a list only helps, it refuses nothing. */
export const rosterLists = {
  idType: ['居民身份证', '港澳台居民居住证', '外国人永久居留身份证'],
  education: ['小学及以下', '初中', '高中', '中专', '技工学校', '大学专科', '大学本科', '研究生'],
  level: ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'],
  firstTime: ['是', '否'],
} as const satisfies Partial<Record<RosterField, readonly string[]>>;
