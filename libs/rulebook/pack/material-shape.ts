import { oneOf, record, text } from './shape.ts';

/** A paper an application must contain. */
export const material = record({
  slot: text,
  title: text,
  titleEn: text,
  per: oneOf('application', 'trainee'),
  form: oneOf('file', 'form'),
  when: oneOf('always', 'special-task'),
  clause: text,
});
