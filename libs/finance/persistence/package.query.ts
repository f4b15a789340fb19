import { statement } from '#libs/platform';

export const packageOf = statement(
  'finance.package-of',
  `select version, encode(sha256, 'hex') as sha256, document, amount_fen as "amountFen", sealed_at as "sealedAt" from finance.package_version
   where claim_id = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
);

export interface PackageRow {
  readonly version: number;
  readonly sha256: string;
  readonly document: string;
  readonly amountFen: bigint;
  readonly sealedAt: Date;
}

export const insertPackage = statement(
  'finance.insert-package',
  `insert into finance.package_version (claim_id, version, sha256, document, amount_fen) values ($1, $2, $3, $4, $5)`,
);

export const setPackage = statement(
  'finance.set-package',
  `update finance.claim set version = $2, package_sha256 = $3, amount_fen = $4, recovery_fen = $5 where id = $1`,
);

/** Everything a package says of its payee: the institution, and which account, by its fingerprint alone. */
export const payeeOf = statement(
  'finance.payee-of',
  `select id, name, payee_bank as bank, payee_account_masked as account, encode(sha256(payee_account_cipher), 'hex') as fingerprint
   from institution.published_institution where id = $1`,
);
