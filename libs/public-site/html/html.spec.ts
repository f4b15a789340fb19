import { html } from './html.ts';

describe('a piece of HTML', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
    ["' autofocus onfocus='x", '&#39; autofocus onfocus=&#39;x'],
    ['`${x}`', '&#96;${x}&#96;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['买买提·阿不都𠮷', '买买提·阿不都𠮷'],
  ])('shows %s as text', (hostile, shown) => {
    expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(`<a title="${shown}">${shown}</a>`);
  });

  it('keeps what is HTML already, joins lists, and leaves nothing where there is nothing', () => {
    const rows = ['a', '<b>'].map((name) => html`<li>${name}</li>`);
    expect(html`${rows}${false}${null}${undefined}${0}`.text).toBe('<li>a</li><li>&lt;b&gt;</li>0');
  });
});
