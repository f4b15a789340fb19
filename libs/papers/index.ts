export { codeOf } from './paper-code.ts';
export { paperTitles } from './paper-titles.ts';
