import type { FastifyRequest } from 'fastify';
import { html, type Html } from './html.ts';

export type Language = 'zh' | 'en';

/** How one reader reads: the language by the address, the text size by a cookie. Neither needs a script. */
export interface PageContext {
  readonly language: Language;
  readonly isLarge: boolean;
  /** The page's own address without the language, e.g. `/public/notices?q=…`. */
  readonly path: string;
  /** Both languages side by side, so that none can be forgotten. */
  readonly say: (zh: string, en: string) => string;
  /** An address of this site in the reader's language. */
  readonly to: (path: string) => string;
  /** Chinese that stays Chinese in every language: names, titles, clauses (statutory words are never translated). */
  readonly han: (text: string) => Html;
}

const ENGLISH = /^\/en(?=\/public)/;

export const TEXT_SIZE_COOKIE = 'kbt_text_size';

export function contextOf(request: FastifyRequest): PageContext {
  const language: Language = ENGLISH.test(request.url) ? 'en' : 'zh';
  return {
    language,
    isLarge: request.cookies[TEXT_SIZE_COOKIE] === 'large',
    path: request.url.replace(ENGLISH, ''),
    say: (zh, en) => (language === 'en' ? en : zh),
    to: (path) => (language === 'en' ? `/en${path}` : path),
    han: (text) => (language === 'en' ? html`<span lang="zh-CN">${text}</span>` : html`${text}`),
  };
}
