import { groupUses } from '#libs/policy';
import { day, list, nullable, oneOf, plain, record, rowIds, tableOf, text, valued, type Shape } from './shape.ts';

const group = record({
  titleEn: text,
  value: valued(text),
  aliases: nullable(valued(list(text))),
  validFrom: nullable(day),
  validTo: nullable(day),
  uses: list(oneOf(...groupUses)),
  rows: rowIds,
});
const code = plain('a code in lower case with hyphens', (node) => typeof node === 'string' && /^[a-z][a-z0-9-]*$/.test(node));

/** `groups.yaml`: the groups of people the document names. */
export const groupsShape: Shape = (node, at, fault) => {
  tableOf(group)(node, at, fault);
  for (const name of Object.keys(node ?? {})) code(name, `${at}.${name}`, fault);
};
