import type { RefusalCatalogue } from './catalogue.ts';

/** Refusals on the trainee's telephone. */
export const phoneRefusals = {
  PHONE_SIGN_IN_WRONG: {
    status: 422,
    zh: '培训券号码与身份证后六位不相符；请对照培训券和身份证重新填写，券号遗失请向培训机构查询',
    en: 'The voucher and the six signs do not belong together; copy them from the voucher and the identity card, or ask the institution',
  },
  PHONE_LOCKED: {
    status: 429,
    zh: '连续填错次数过多；请 {minutes} 分钟后再试，或请培训机构核对券号',
    en: 'Too many wrong attempts; try again in {minutes} minutes, or ask the institution to check the code',
  },
  PHONE_SESSION_ENDED: {
    status: 401,
    zh: '登录已过期；请用培训券号码和身份证后六位重新登录',
    en: 'You are signed out; sign in again with your voucher and the last six signs of your identity number',
  },
  PHONE_SESSION_FIXED: { status: 409, zh: '登录记录不可更改；请重新登录', en: 'A sign-in cannot be changed; sign in again' },
  SESSION_CODE_WRONG: {
    status: 422,
    zh: '签到码不对或已更换；请按教室屏幕上现在显示的六位数字填写',
    en: 'The code is wrong or has changed; type the six digits the classroom screen shows now',
  },
  DISPUTE_FIXED: {
    status: 409,
    zh: '异议已答复或不可更改；如仍有异议，请另行提出',
    en: 'The dispute is answered or cannot be changed; file another one if needed',
  },
  DISPUTE_STATED: {
    status: 409,
    zh: '机构说明已提交，不可更改；如有补充，请直接向办理单位反映',
    en: 'The statement is made and cannot be changed; tell the bureau directly if there is more to say',
  },
} as const satisfies RefusalCatalogue;
