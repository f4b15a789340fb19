import type { OwnClass, PhoneView } from '#libs/trainee';
import { sessionCodeField } from '../application/read-phone-form.ts';
import { html, type Html } from '../html/html.ts';
import type { Page } from '../html/layout.ts';
import type { PageContext } from '../html/page-context.ts';
import { dayOf, dayOfInstant, errorSummary, field, type WrongField } from '../html/pieces.ts';
import { disputeSubjectWords, endedVouchers, outcomes, standing, voucherSteps, type Pair } from './phone-words.ts';

export interface PhonePageState {
  readonly view: PhoneView;
  /** Key of the next clock-in: sending the form twice counts once. */
  readonly key: string;
  readonly wrong: readonly WrongField[];
  /** What has just been done. */
  readonly done?: string;
}

function worded({ say }: PageContext, words: Readonly<Record<string, Pair>>, name: string): string {
  return say(...(words[name] ?? [name, name]));
}

function clockInPanel(context: PageContext, one: OwnClass, { view, key, wrong }: PhonePageState): Html {
  const { say, to, han } = context;
  if (one.attendedDays.includes(view.today))
    return html`<section class="panel good">
      <h2>${say('今天已签到', 'You have clocked in today')}</h2>
      <p>${han(one.className)}，${dayOf(context, view.today)}</p>
    </section>`;
  const code = {
    id: sessionCodeField(one.classId),
    label: say('签到码', 'Code'),
    hint: say('教室屏幕上的六位数字，每五分钟更换', 'The six digits on the classroom screen; they change every five minutes'),
    wrong,
  };
  return html`<section class="panel">
    <h2>${say('今天上课，请签到', 'Class today: clock in')}</h2>
    <p>${han(one.className)}，${dayOf(context, view.today)}</p>
    <form method="post" action="${to('/public/phone/clock-ins')}" novalidate>
      <input type="hidden" name="key" value="${key}" /><input type="hidden" name="classId" value="${one.classId}" />
      ${field(code, (attributes) => html`<input type="text" class="short code" inputmode="numeric" maxlength="12" autocomplete="one-time-code" ${attributes} />`)}
      <button>${say('签到', 'Clock in')}</button>
    </form>
  </section>`;
}

function voucher(context: PageContext, state: string): Html {
  const { say } = context;
  if (endedVouchers[state]) return html`<p>${worded(context, endedVouchers, state)}</p>`;
  return html`<ol class="steps" aria-label="${say('培训券', 'Voucher')}">
    ${voucherSteps.map(({ reachedBy, words }) => {
      const isReached = reachedBy.includes(state);
      return html`<li class="${isReached ? 'reached' : 'ahead'}">
        <span aria-hidden="true">${isReached ? '✓' : '○'}</span> ${say(...words)}<span class="unseen"
          >${isReached ? say('，已完成', ', done') : say('，未到', ', to come')}</span
        >
      </li>`;
    })}
  </ol>`;
}

function days(context: PageContext, { plannedDays, attendedDays }: OwnClass, today: string): Html {
  const { say } = context;
  const stateOf = (day: string): readonly [sign: string, words: string] => {
    if (attendedDays.includes(day)) return ['✓', say('已计入', 'counted')];
    return day < today ? ['✕', say('未计入', 'not counted')] : ['○', day === today ? say('今天', 'today') : say('未到', 'to come')];
  };
  return html`<details>
    <summary>${say('逐日查看', 'Day by day')}</summary>
    <ul class="days">
      ${plannedDays.map((day) => {
        const [sign, words] = stateOf(day);
        return html`<li><span aria-hidden="true">${sign}</span> ${dayOf(context, day)} <span class="quiet">${words}</span></li>`;
      })}
    </ul>
  </details>`;
}

function classCard(context: PageContext, one: OwnClass, today: string): Html {
  const { say, to, han } = context;
  const [counted, planned] = [one.attendedDays.length, one.plannedDays.length];
  return html`<li>
    <h3>${han(one.className)}</h3>
    <p class="quiet">
      ${han(one.institution)}，${han(one.occupation)}，${dayOf(context, one.startsOn)} –
      ${dayOf(context, one.endsOn)}，${worded(context, standing, one.status)}
    </p>
    <p>
      <strong>${say(`已计入${counted}天，共${planned}天`, `${counted} of ${planned} days counted`)}</strong>
      ${one.isCompleted && html` <span class="tag stated">${say('已结业', 'completed')}</span>`}
    </p>
    <progress max="${Math.max(planned, 1)}" value="${counted}" aria-label="${say('已计入的培训日', 'Days counted')}"></progress>
    ${days(context, one, today)} ${one.voucherState !== null && voucher(context, one.voucherState)}
    ${
      (one.outcome !== null || one.certificate !== null) &&
      html`<p>
        ${one.outcome !== null && worded(context, outcomes, one.outcome)}
        ${one.certificate !== null && say(`，证书编号 ${one.certificate}`, `, certificate ${one.certificate}`)}
      </p>`
    }
    <p>
      <a href="${to(`/public/phone/disputes?class=${one.classId}`)}">${say('这个班的记录有误，提出异议', 'Something here is wrong')}</a>
    </p>
  </li>`;
}

function foundIn({ say }: PageContext, outcome: PhoneView['disputes'][number]['outcome']): string {
  if (outcome === null) return say('答复：', 'Answer: ');
  return outcome === 'upheld' ? say('异议成立。答复：', 'Upheld. Answer: ') : say('异议不成立。答复：', 'Dismissed. Answer: ');
}

function disputes(context: PageContext, { disputes: list }: PhoneView): Html | false {
  const { say, han } = context;
  if (list.length === 0) return false;
  return html`<h2>${say('我的异议', 'My disputes')}</h2>
    <ul class="cards">
      ${list.map(
        (one) =>
          html`<li>
            <h3>${worded(context, disputeSubjectWords, one.subject)} <span class="quiet">${han(one.className)}</span></h3>
            <p>${han(one.text)}</p>
            <p class="quiet small">
              ${say(`${dayOf(context, dayOfInstant(one.filedAt.toISOString()))}提出`, `said on ${dayOf(context, dayOfInstant(one.filedAt.toISOString()))}`)}
            </p>
            ${one.statement !== null && html`<p><strong>${say('机构说明：', 'The institution: ')}</strong>${han(one.statement)}</p>`}
            ${
              one.answer === null
                ? html`<p><strong>${say('等待人社部门答复', 'Waiting for the bureau’s answer')}</strong></p>`
                : html`<blockquote><strong>${foundIn(context, one.outcome)}</strong>${han(one.answer)}</blockquote>`
            }
          </li>`,
      )}
    </ul>`;
}

/** 学员手机页: clock in, the own record, the own disputes. */
export function phonePage(context: PageContext, state: PhonePageState): Page {
  const { say, to, han } = context;
  const { view, wrong, done } = state;
  const title = say('我的培训', 'My training');
  const today = view.classes.filter((one) => one.isClassToday && one.status === 'enrolled');
  return {
    title: wrong.length > 0 ? say(`错误：${title}`, `Error: ${title}`) : title,
    keep: 'never',
    isOwn: true,
    robots: 'noindex',
    ...(wrong.length > 0 ? { status: 422 } : {}),
    body: html`${errorSummary(context, wrong)}
      <h1>${title}</h1>
      <p>${han(view.name)} <span class="quiet">${view.maskedIdNumber}</span></p>
      ${done !== undefined && html`<p class="panel good" role="status">${done}</p>`}
      ${today.map((one) => clockInPanel(context, one, state))}
      <h2>${say('我的班级', 'My classes')}</h2>
      ${view.classes.length === 0 && html`<p>${say('您目前不在任何班级。', 'You are in no class.')}</p>`}
      <ul class="cards">
        ${view.classes.map((one) => classCard(context, one, view.today))}
      </ul>
      ${disputes(context, view)}
      <form method="post" action="${to('/public/phone/sign-out')}" class="act">
        <button class="second">${say('退出', 'Sign out')}</button>
      </form>`,
  };
}
