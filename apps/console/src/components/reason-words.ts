import { defineWords } from '../app/i18n/define-words.ts';

/** Reason codes of returns, refusals and exclusions: the code is for the statistics, the text beside it for the applicant. */
export const reasonWords = defineWords(
  {
    incomplete: '材料不全',
    inconsistent: '材料与填报不一致',
    illegible: '材料不清晰、无法辨认',
    'not-eligible': '不符合政策条件',
    late: '超过规定时限',
    'not-trained': '未按规定参加培训',
    'insured-elsewhere': '已在其他渠道享受补贴',
    'amount-wrong': '金额计算有误',
    unfounded: '异议不成立',
    founded: '异议成立',
    other: '其他',
  },
  {
    incomplete: 'Papers are missing',
    inconsistent: 'Papers and form do not agree',
    illegible: 'A paper cannot be read',
    'not-eligible': 'Does not meet the policy’s conditions',
    late: 'Past the time allowed',
    'not-trained': 'Was not trained as required',
    'insured-elsewhere': 'Subsidised through another channel',
    'amount-wrong': 'The amount is wrong',
    unfounded: 'The objection is unfounded',
    founded: 'The objection is founded',
    other: 'Other',
  },
);
