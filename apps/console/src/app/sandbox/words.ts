import { defineWords } from '../i18n/define-words.ts';

export const sandboxWords = defineWords(
  {
    today: (day: string) => `演示日期 ${day}`,
    open: (day: string) => `演示向导，演示日期 ${day}`,
    title: '演示向导',
    lead: '每个事项轮到谁、用哪个演示账号登录；只等日期的，把演示时钟拨到那一天。',
    none: '还没有在办事项。用培训机构账号（如 hg.aimin）登录，新建班级并提交开班申请。',
    signInAs: '用此账号登录',
    password: '演示账号密码见登录页；签字时登录页会填好动态码。',
    wait: (day: string) => `拨到 ${day}`,
    moveTo: '把演示时钟拨到',
    move: '拨钟',
    onlyForward: '只能向前拨。',
    samples: '示例资料（均为虚构）',
    sampleRoster: '示例花名册（5人）',
    sampleMaterial: '示例材料（PDF）',
    sampleNumber: '教师身份证号码示例',
  },
  {
    today: (day) => `Sandbox day ${day}`,
    open: (day) => `Guide of the sandbox, day ${day}`,
    title: 'Guide of the sandbox',
    lead: 'Whose turn it is in each case and as whom to sign in; where only time helps, move the clock to that day.',
    none: 'Nothing is under way. Sign in as an institution (hg.aimin, for one), plan a class and file its opening.',
    signInAs: 'Sign in as this account',
    password:
      'The password of the demonstration accounts stands on the sign-in page, which also fills in the one-time code where one signs.',
    wait: (day) => `Move to ${day}`,
    moveTo: 'Move the clock to',
    move: 'Move',
    onlyForward: 'It only moves forward.',
    samples: 'Samples, all made up',
    sampleRoster: 'A roster of 5',
    sampleMaterial: 'A paper (PDF)',
    sampleNumber: 'An identity number for a teacher',
  },
);
