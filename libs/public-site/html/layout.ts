import { html, type Html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { stylesheetPath } from './styles.ts';

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** `revalidate`: kept by a browser, asked after each time; a number of seconds; `never` where something was typed. */
  readonly keep?: 'revalidate' | 'never' | number;
  /** What search engines may do; a notice that has ended is not to be found by a name (ux.md PB-02). */
  readonly robots?: 'index' | 'noarchive' | 'noindex';
  /** A trainee's own page: on a telephone there is room for it alone, so the sections of the site stay away. */
  readonly isOwn?: boolean;
}

const ways = [
  { path: '/public/notices', zh: '补贴公示', en: 'Notices' },
  { path: '/public/objections', zh: '异议进度查询', en: 'Follow an objection' },
  { path: '/public/directories', zh: '机构和工种目录', en: 'Directories' },
  { path: '/public/calculator', zh: '补贴试算', en: 'Subsidy calculator' },
  { path: '/public/policies', zh: '政策依据', en: 'Policies' },
  { path: '/public/papers', zh: '文书核验', en: 'Verify a paper' },
  { path: '/public/phone', zh: '学员手机页', en: 'For trainees' },
] as const;

function textSizes({ say, to, path, isLarge }: PageContext): Html {
  const link = (size: 'normal' | 'large', words: string, isCurrent: boolean) =>
    html`<a
      href="${to(`/public/text-size?size=${size}&to=${encodeURIComponent(path)}`)}"
      rel="nofollow"
      ${isCurrent && html`aria-current="true"`}
      >${words}</a
    >`;
  return html`${link('normal', say('标准字号', 'Standard text'), !isLarge)} ${link('large', say('大字版', 'Large text'), isLarge)}`;
}

function sections({ say, to, path }: PageContext): Html {
  return html`<nav class="ways" aria-label="${say('栏目', 'Sections')}">
    <div class="wrap">
      <ul>
        ${ways.map(
          (way) =>
            html`<li><a href="${to(way.path)}" ${path.startsWith(way.path) && html`aria-current="page"`}>${say(way.zh, way.en)}</a></li>`,
        )}
      </ul>
    </div>
  </nav>`;
}

function header(context: PageContext, isOwn: boolean): Html {
  const { say, to, path, language } = context;
  const other =
    language === 'en'
      ? html`<a href="${path}" lang="zh-CN" hreflang="zh-CN">中文</a>`
      : html`<a href="/en${path}" lang="en" hreflang="en">English</a>`;
  return html`<header class="top">
      <div class="wrap">
        <a class="brand" href="${to(isOwn ? '/public/phone' : '/public/notices')}"
          >${context.han('开班通')}<small
            >${isOwn ? say('学员手机页', 'For trainees') : say('补贴公示与公开', 'Public notices of training subsidies')}</small
          ></a
        >
        <nav class="tools" aria-label="${say('显示设置', 'Display')}">${textSizes(context)} ${other}</nav>
      </div>
    </header>
    ${!isOwn && sections(context)}`;
}

function footer({ say, to }: PageContext): Html {
  return html`<footer class="foot">
    <div class="wrap">
      <p>
        ${say('对公示有疑问，请拨打公示页上方的电话，或向公示单位书面反映。', 'Questions about a notice: call the number at the top of that notice, or write to the office that published it.')}
      </p>
      <p>
        ${say('查看公示不需要登录，本站不使用脚本；身份证件号码只以掩码显示，公示期满即撤下名单。', 'Notices need no sign-in, and there are no scripts here. Identity numbers are shown masked only; the list of names is taken down when the notice ends.')}
      </p>
      <nav aria-label="${say('更多', 'More')}">
        <p>
          <a href="${to('/public/notices')}">${say('补贴公示', 'Notices')}</a> ·
          <a href="${to('/public/notices?show=ended')}">${say('往期公示', 'Earlier notices')}</a>
        </p>
      </nav>
    </div>
  </footer>`;
}

/** The whole document around a page. */
export function documentOf(context: PageContext, { title, body, robots = 'index', isOwn = false }: Page): string {
  const { language, isLarge, path, say } = context;
  const site = say('开班通 · 补贴公示', 'Kaibantong public notices');
  const plain = path.split('?')[0] ?? path;
  const whole = html`<!doctype html>
    <html lang="${language === 'en' ? 'en' : 'zh-CN'}" ${isLarge && html`class="large"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${site}</title>
        ${robots !== 'index' && html`<meta name="robots" content="${robots}" />`}
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="alternate" hreflang="zh-CN" href="${plain}" />
        <link rel="alternate" hreflang="en" href="/en${plain}" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">${say('跳到正文', 'Skip to the content')}</a>
        ${header(context, isOwn)}
        <main id="main" class="wrap" tabindex="-1">${body}</main>
        ${footer(context)}
      </body>
    </html> `;
  return whole.text;
}
