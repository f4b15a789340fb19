import { createHash } from 'node:crypto';

/** The whole style of the site: system fonts, two colors, nothing that moves. Contrast of every pair is 4.5:1 or more. */
const css = `
:root { --ink: #1d2129; --quiet: #4a5260; --line: #c9ced6; --wash: #f3f5f8; --brand: #0b4a8f; --brand-deep: #083667; --alert: #a8071a; --alert-wash: #fff1f0; --good: #1f6b08; --wait: #7a4500; }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
html.large { font-size: 131.25%; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
.wrap { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--brand); text-underline-offset: .2em; }
a:hover { color: var(--brand-deep); text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; display: block; padding: .5rem 1.25rem; background: #fff; }
.top { background: var(--brand-deep); color: #fff; }
.top .wrap { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; padding-top: .7rem; padding-bottom: .7rem; }
.top a { color: #fff; display: inline-block; padding: .2rem .35rem; } .top a:hover { color: #fff; } .top :focus-visible { outline-color: #fff; }
.brand { font-size: 1.2rem; font-weight: 700; letter-spacing: .04em; text-decoration: none; }
.brand small { font-weight: 400; font-size: .9rem; margin-left: .6rem; letter-spacing: 0; }
.tools { display: flex; flex-wrap: wrap; gap: .25rem .6rem; font-size: .95rem; }
.tools [aria-current] { text-decoration: none; font-weight: 700; border-bottom: 2px solid #fff; }
.ways { border-bottom: 1px solid var(--line); background: var(--wash); }
.ways ul { display: flex; flex-wrap: wrap; gap: 0 .4rem; margin: 0; padding: 0; list-style: none; }
.ways a { display: block; padding: .65rem .75rem; text-decoration: none; color: var(--ink); border-bottom: 3px solid transparent; }
.ways a:hover { text-decoration: underline; } .ways a[aria-current] { color: var(--brand-deep); font-weight: 700; border-bottom-color: var(--brand); }
main.wrap { padding-top: 1.8rem; padding-bottom: 3.5rem; min-height: 60vh; }
h1 { font-size: 1.75rem; line-height: 1.35; margin: .2rem 0 1rem; letter-spacing: .01em; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2.2rem 0 .7rem; padding-top: .2rem; }
h3 { font-size: 1.0625rem; margin: 1.2rem 0 .4rem; }
p { margin: .5rem 0 .9rem; max-width: 46em; }
.quiet { color: var(--quiet); } .small { font-size: .92rem; }
.lead { font-size: 1.12rem; }
.cards { list-style: none; padding: 0; margin: 1rem 0; border-top: 1px solid var(--line); }
.cards li { border-bottom: 1px solid var(--line); padding: 1rem 0; }
.cards h2 { font-size: 1.12rem; margin: 0 0 .25rem; padding: 0; }
.cards p { margin: .1rem 0; }
.clock { display: inline-flex; gap: .4em; align-items: baseline; font-weight: 700; } .clock.open { color: var(--good); } .clock.last { color: var(--alert); } .clock.over { color: var(--quiet); font-weight: 400; }
.panel { border: 1px solid var(--line); border-left: 6px solid var(--brand); padding: 1rem 1.25rem; margin: 1.2rem 0; background: #fff; }
.panel.over { border-left-color: var(--quiet); background: var(--wash); }
.panel.good { border-left-color: var(--good); } .panel h2 { margin: 0 0 .4rem; padding: 0; }
.panel p:first-child { margin-top: 0; } .panel p:last-child { margin-bottom: 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.4rem; margin: 1rem 0; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .3rem 0; color: var(--quiet); }
th, td { border-bottom: 1px solid var(--line); padding: .55rem .7rem; text-align: left; vertical-align: top; }
thead th { background: var(--wash); border-bottom: 2px solid var(--quiet); white-space: nowrap; }
td.money, th.money { text-align: right; white-space: nowrap; } tfoot td, tfoot th { font-weight: 700; border-bottom: 2px solid var(--quiet); }
blockquote { margin: .4rem 0 .8rem; padding: .3rem 1rem; border-left: 3px solid var(--line); color: var(--ink); max-width: 46em; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 .45em; font-size: .88rem; line-height: 1.5; margin-right: .4em; } .tag.stated { color: var(--good); } .tag.chosen { color: var(--wait); } .tag.missing { color: var(--alert); }
form { margin: 0; } fieldset { border: 0; padding: 0; margin: 0 0 1.4rem; } legend { padding: 0; font-weight: 700; font-size: 1.1rem; margin-bottom: .4rem; }
label { font-weight: 700; display: block; } .choice { display: flex; gap: .6rem; align-items: flex-start; margin: .35rem 0; } .choice label { font-weight: 400; padding: .1rem 0; }
.hint { display: block; color: var(--quiet); margin: 0 0 .3rem; font-size: .95rem; }
.field { margin: 0 0 1.3rem; } .field.wrong { border-left: 5px solid var(--alert); padding-left: 1rem; } .wrong .error { color: var(--alert); font-weight: 700; display: block; margin: 0 0 .3rem; }
input, select, textarea, button { font: inherit; color: inherit; }
input[type=text], input[type=search], input[type=number], select, textarea { width: 100%; max-width: 34rem; padding: .5rem .65rem; border: 2px solid #5b6472; border-radius: 3px; background: #fff; min-height: 3.05rem; }
input[type=number], input.short { max-width: 14rem; } input.code { font-size: 1.5rem; letter-spacing: .25em; font-variant-numeric: tabular-nums; } input[type=radio], input[type=checkbox] { width: 1.5rem; height: 1.5rem; margin: .15rem 0 0; flex: none; accent-color: var(--brand); }
.wrong input[type=text], .wrong textarea, .wrong input[type=number] { border-color: var(--alert); }
.button, button { display: inline-block; background: var(--brand); color: #fff; border: 0; border-radius: 3px; padding: .6rem 1.25rem; font-weight: 700; text-decoration: none; cursor: pointer; min-height: 2.75rem; }
.button:hover, button:hover { background: var(--brand-deep); color: #fff; } .button.second, button.second { background: #fff; color: var(--brand); border: 2px solid var(--brand); }
.search { display: flex; flex-wrap: wrap; gap: .8rem 1.2rem; align-items: flex-end; background: var(--wash); padding: 1rem 1.25rem; margin: 0 0 1.4rem; } .search > div { flex: 1 1 13rem; } .search > div.act { flex: 0 0 auto; } .search select, .search input { max-width: none; }
.summary { border: 4px solid var(--alert); background: #fff; padding: 1rem 1.25rem; margin: 0 0 1.6rem; } .summary h2 { margin: 0 0 .5rem; padding: 0; color: var(--alert); } .summary ul { margin: 0; padding-left: 1.2rem; } .summary a { color: var(--alert); font-weight: 700; }
.receipt { border: 3px solid var(--good); padding: 1.2rem 1.5rem; margin: 0 0 1.5rem; } .receipt .big { font-size: 1.5rem; font-weight: 700; letter-spacing: .06em; margin: .1rem 0 .8rem; }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: .92em; word-break: break-all; }
.pages { display: flex; gap: 1.5rem; margin: 1.4rem 0; }
details summary { cursor: pointer; padding: .4rem 0; color: var(--brand); font-weight: 700; } .more { padding: .8rem 0 0; }
.foot { border-top: 1px solid var(--line); background: var(--wash); } .foot .wrap { padding-top: 1.2rem; padding-bottom: 1.6rem; } .foot p { margin: .2rem 0; font-size: .95rem; color: var(--quiet); max-width: none; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
progress { width: 100%; max-width: 34rem; height: .8rem; accent-color: var(--good); border: 1px solid var(--quiet); border-radius: .4rem; background: var(--wash); appearance: none; } progress::-webkit-progress-bar { background: var(--wash); border-radius: .4rem; } progress::-webkit-progress-value { background: var(--good); border-radius: .4rem; } progress::-moz-progress-bar { background: var(--good); border-radius: .4rem; } .days { list-style: none; padding: 0; columns: 2 14rem; } .cards h3 { margin: 0 0 .2rem; }
.steps { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; padding: 0; margin: .6rem 0; } .steps li { border: 0; padding: 0; } .steps .reached { color: var(--good); font-weight: 700; } .steps .ahead { color: var(--quiet); }
.printed { display: none; }
@media (max-width: 40rem) {
  h1 { font-size: 1.4rem; } .ways .wrap { padding: .2rem .5rem; } .ways a { padding: .4rem .5rem; } .wrap { padding-left: 1rem; padding-right: 1rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .6rem; }
  .stack thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; } .stack tr { display: block; border-bottom: 2px solid var(--line); padding: .5rem 0; } .stack th, .stack td { display: flex; gap: 1rem; justify-content: space-between; border: 0; padding: .2rem 0; text-align: right; }
  .stack th::before, .stack td::before { content: attr(data-name); color: var(--quiet); font-weight: 400; text-align: left; flex: none; } .stack tfoot tr { display: flex; justify-content: space-between; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; } html, html.large { font-size: 10.5pt; } body { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", serif; } .top, .ways, .skip, .noprint, .foot nav, .act { display: none !important; } .wrap { max-width: none; padding: 0; } main.wrap { padding: 0; min-height: 0; } a { color: inherit; text-decoration: none; } .panel, .receipt { border: 1px solid #000; } tr, .cards li { break-inside: avoid; } thead { display: table-header-group; } .printed { display: block; } .foot { background: none; }
}
`;

export const stylesheet = css.replace(/\n\s*/g, '\n').trim();
/** The address changes with the content, so that it may be kept for a year. */
export const stylesheetPath = `/public/assets/site-${createHash('sha256').update(stylesheet).digest('hex').slice(0, 16)}.css`;
