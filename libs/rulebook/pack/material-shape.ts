import { entry, oneOf, text } from './shape.ts';

/** A paper an application must contain. */
export const material = entry({
  slot: text,
  title: text,
  titleEn: text,
  per: oneOf('application', 'trainee'),
  form: oneOf('file', 'form'),
  when: oneOf('always', 'special-task'),
});
