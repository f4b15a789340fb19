import { createHash } from 'node:crypto';
import { PASSWORD_LENGTH } from '../application/sign-in.use-case.ts';

const STYLE = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:#f5f7fa;color:#1f2328;
font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{width:100%;max-width:440px;background:#fff;border:1px solid #d0d7de;border-radius:8px;padding:32px}
h1{font-size:24px;line-height:1.3;margin:0 0 4px}p{margin:0 0 16px}.sub,.hint{color:#57606a;font-size:14px}
label{display:block;font-weight:600;margin:16px 0 4px}label span{font-weight:400;color:#57606a}
input{width:100%;font:inherit;padding:8px 12px;min-height:44px;border:1px solid #6e7781;border-radius:6px;background:#fff;color:inherit}
button{width:100%;margin-top:24px;min-height:44px;font:inherit;font-weight:600;color:#fff;background:#0050b3;border:0;border-radius:6px;cursor:pointer}
button:hover{background:#003a8c}button.plain{background:#fff;color:#0050b3;border:1px solid #0050b3;margin-top:12px}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #0050b3;outline-offset:2px}
.alert{border-left:4px solid #cf222e;background:#ffebe9;padding:12px 16px;margin:16px 0;border-radius:0 6px 6px 0}.alert p{margin:0}
.demo{margin-top:28px;border-top:1px solid #d0d7de;padding-top:16px}.demo h2{font-size:16px;margin:0 0 4px}.demo h3{font-size:14px;margin:16px 0 4px}
.demo button{display:flex;justify-content:space-between;gap:12px;margin-top:4px;min-height:36px;padding:4px 12px;background:#fff;color:#1f2328;border:1px solid #d0d7de;font-weight:400;font-size:14px;text-align:left}
.demo button:hover{background:#e6f0fb}.demo button span{color:#57606a}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Text made safe for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * The content security policy of the provider's pages: our one style sheet, no script of ours, forms only to ourselves and to where the
 * client asked to be answered (browsers apply form-action to the redirect that follows, too).
 */
export function pagePolicy(formTarget?: string): string {
  const target = formTarget === undefined ? '' : ` ${formTarget}`;
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; script-src 'self'; form-action 'self'${target}; base-uri 'none'; frame-ancestors 'none'`;
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

function alertBox(zh: string, en: string): string {
  return `<div class="alert" role="alert" id="problem"><p>${escapeHtml(zh)}</p><p class="hint" lang="en">${escapeHtml(en)}</p></div>`;
}

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly office: string;
  readonly role: { readonly zh: string; readonly en: string };
}

export interface LoginPage {
  /** Where the form is sent. */
  readonly action: string;
  readonly login: string;
  /** A one-time code is needed beside the password. */
  readonly asksCode: boolean;
  /** Shown when the password is the one an administrator set: the person chooses their own. */
  readonly asksPassword: boolean;
  /** The person is signed in already and proves themselves again before signing. */
  readonly isStepUp: boolean;
  /** Sandbox only: everybody one may sign in as, by office, with one click each. */
  readonly demo?: {
    readonly password: string;
    readonly people: readonly DemoPerson[];
    /** What the authenticator of the person named shows now. */
    readonly code?: string;
  };
  /** Where to enrol an authenticator, for somebody who has none. */
  readonly enrolAt?: string;
  readonly problem?: { readonly zh: string; readonly en: string };
}

/** The sign-in page: works without script, with password managers and pasting, and asks no puzzles (WCAG 3.3.8). */
export function loginPage(view: LoginPage): string {
  const described = view.problem ? ' aria-describedby="problem"' : '';
  return page(
    '登录 Sign in · 开班通',
    `<h1>登录 <span lang="en">Sign in</span></h1>
<p class="sub">${lead(view)}</p>
${view.problem ? alertBox(view.problem.zh, view.problem.en) : ''}
${view.enrolAt === undefined ? '' : `<p><a href="${escapeHtml(view.enrolAt)}">登录并绑定验证器 <span lang="en">Sign in and enrol an authenticator</span></a></p>`}
<form method="post" action="${escapeHtml(view.action)}">
<label for="login">用户名 <span lang="en">User name</span></label>
<input id="login" name="login" value="${escapeHtml(view.login)}" autocomplete="username" autocapitalize="none" spellcheck="false" required${view.login === '' ? ' autofocus' : ''}>
<label for="password">密码 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required${view.login === '' ? '' : ' autofocus'}${described}>
${view.asksCode ? codeField(view, described) : ''}
${view.asksPassword ? passwordField(described) : ''}
<button type="submit">登录 <span lang="en">Sign in</span></button>
</form>
${view.demo ? demoPeople(view) : ''}`,
  );
}

function lead({ isStepUp, asksCode }: LoginPage): string {
  if (asksCode)
    return '签字、放行、发布前确认是您本人：请输入密码和动态码。<span lang="en">Before you sign or release, prove it is you: password and one-time code.</span>';
  return isStepUp
    ? '为确认是您本人，请再次输入密码。<span lang="en">Prove it is you: enter your password again.</span>'
    : '开班通 · 职业技能培训补贴';
}

/** Six digits of the person's telephone; in the sandbox, where nobody has that telephone, filled in. */
function codeField({ demo }: LoginPage, described: string): string {
  const filled = demo?.code === undefined ? '' : ` value="${escapeHtml(demo.code)}"`;
  const told =
    demo?.code === undefined
      ? '手机验证器当前显示的 6 位数字。<span lang="en">The six digits your authenticator shows now.</span>'
      : '演示环境已填好当前动态码；正式环境由本人手机的验证器显示。<span lang="en">Filled in by the sandbox; in production the person’s telephone shows it.</span>';
  return `<label for="code">动态码 <span lang="en">One-time code</span></label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required${filled}${described}>
<p class="hint">${told}</p>`;
}

/** Where the password is the one an administrator set: the person's own. */
function passwordField(described: string): string {
  return `<label for="newPassword">新密码（至少 ${PASSWORD_LENGTH} 位）<span lang="en">New password, at least ${PASSWORD_LENGTH} characters</span></label>
<input id="newPassword" name="newPassword" type="password" autocomplete="new-password" minlength="${PASSWORD_LENGTH}" required${described}>`;
}

/** Whom to be in a demonstration: a form of buttons, one a person. */
function demoPeople({ action, demo }: LoginPage): string {
  const people = demo?.people ?? [];
  const offices = [...new Set(people.map(({ office }) => office))];
  const button = ({ login, name, role }: DemoPerson): string =>
    `<button name="login" value="${escapeHtml(login)}">${escapeHtml(name)} · ${escapeHtml(role.zh)} <span lang="en">${escapeHtml(role.en)}</span></button>`;
  const groups = offices.map(
    (office) =>
      `<h3>${escapeHtml(office)}</h3>${people
        .filter((person) => person.office === office)
        .map(button)
        .join('')}`,
  );
  return `<form class="demo" method="post" action="${escapeHtml(action)}"><input type="hidden" name="password" value="${escapeHtml(demo?.password ?? '')}">
${demo?.code === undefined ? '' : `<input type="hidden" name="code" value="${escapeHtml(demo.code)}">`}
<h2>演示账号 <span lang="en">Demonstration accounts</span></h2>
<p class="hint">点一下即以此人身份登录。<span lang="en">One click signs in as that person.</span></p>
${groups.join('\n')}</form>`;
}

/** What went wrong with the sign-in itself: expired, unknown client, wrong redirect. */
export function errorPage(code: string, description: string): string {
  return page(
    '登录未完成 Sign-in failed · 开班通',
    `<h1>登录未完成 <span lang="en">Sign-in was not completed</span></h1>
${alertBox('登录请求已过期或不完整，请回到原来的页面重新登录。', 'The request has expired or is incomplete; go back to where you came from and sign in again.')}
<p class="hint">${escapeHtml(code)}: ${escapeHtml(description)}</p>`,
  );
}

/** Asks before signing out; `form` is the provider's own hidden form. */
export function logoutPage(form: string): string {
  return page(
    '退出 Sign out · 开班通',
    `<h1>退出登录？ <span lang="en">Sign out?</span></h1>${form}
<button type="submit" form="op.logoutForm" value="yes" name="logout">退出 <span lang="en">Sign out</span></button>
<button class="plain" type="submit" form="op.logoutForm">保持登录 <span lang="en">Stay signed in</span></button>`,
  );
}

export function loggedOutPage(): string {
  return page(
    '已退出 Signed out · 开班通',
    `<h1>已退出登录 <span lang="en">You are signed out</span></h1><p>可以关闭此页面。<span lang="en">You may close this page.</span></p>`,
  );
}
