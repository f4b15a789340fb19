import { defineWords } from '../app/i18n/define-words.ts';

/** Codes of certificates, levels and employers, as forms and tables call them. */
export const factCodeWords = defineWords(
  {
    elementary: '初级工（五级）',
    intermediate: '中级工（四级）',
    advanced: '高级工（三级）',
    technician: '技师（二级）',
    'senior-technician': '高级技师（一级）',
    'special-operation': '特种作业',
    'special-equipment': '特种设备作业',
    'special-competency': '专项职业能力',
    county: '县级',
    city: '市级',
    province: '省级',
    national: '国家级',
    other: '其他',
    'insured-enterprise': '参保企业',
  },
  {
    elementary: 'elementary (5)',
    intermediate: 'intermediate (4)',
    advanced: 'advanced (3)',
    technician: 'technician (2)',
    'senior-technician': 'senior technician (1)',
    'special-operation': 'special operation',
    'special-equipment': 'special equipment',
    'special-competency': 'special competency',
    county: 'county',
    city: 'city',
    province: 'province',
    national: 'national',
    other: 'other',
    'insured-enterprise': 'insured enterprise',
  },
);
