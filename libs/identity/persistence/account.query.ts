import { statement } from '#libs/platform';

/** Answers nothing where somebody with this index of the identity number is entered already. */
export const insertPerson = statement(
  'identity.insert-person',
  `insert into identity.natural_person (id, name_cipher, identity_index) values ($1, $2, $3) on conflict (identity_index) do nothing returning id`,
);

export const personByIndex = statement('identity.person-by-index', `select id from identity.natural_person where identity_index = $1`);

/** $5: whether the password was set by somebody else, so that the person must choose another. */
export const insertAccount = statement(
  'identity.insert-account',
  `insert into identity.account (person_id, login_name, display_name, password_hash, must_choose_password) values ($1, $2, $3, $4, $5) returning id`,
);

/** The person has chosen a password nobody else knows. */
export const choosePassword = statement(
  'identity.choose-password',
  `update identity.account set password_hash = $2, must_choose_password = false where id = $1`,
);
