/**
 * Who acts: roles, kinds of office and the acting person as every process sees them (design section 5).
 * A right is office × role × region; rules count natural persons, never accounts.
 */

/** What a person may do in an office. Codes are stable: they stand in rows, tokens and policy packs. */
export const Role = {
  /** 培训机构经办人: files classes and claims of its own institution. */
  InstitutionOperator: 'institution-operator',
  /** 评价机构: records results and certificates of rosters handed to it. */
  EvaluationBody: 'evaluation-body',
  /** 经办人: reviews filings, first signer. */
  Caseworker: 'caseworker',
  /** 复核人: second reviewer and signer. */
  Reviewer: 'reviewer',
  /** 分管领导: leader's signature, decides objections. */
  Leader: 'leader',
  /** 财政复审: reviews a claim again, on the finance bureau's side. */
  FinanceReviewer: 'finance-reviewer',
  /** 财政拨付: builds and releases payment batches. */
  FinanceDisburser: 'finance-disburser',
  /** 审计、纪检: reads everything of the region, changes nothing. */
  Auditor: 'auditor',
  /** 县级管理员: policies, calendar, people of the region. */
  CountyAdministrator: 'county-administrator',
  /** 系统管理员: runs the system, sees no cases. */
  SystemAdministrator: 'system-administrator',
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** What each role is called on screens. */
export const roleNames: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  'institution-operator': { zh: '培训机构经办人', en: 'Institution operator' },
  'evaluation-body': { zh: '评价机构', en: 'Evaluation body' },
  caseworker: { zh: '人社经办人', en: 'HR caseworker' },
  reviewer: { zh: '复核人', en: 'Second reviewer' },
  leader: { zh: '分管领导', en: 'Leader' },
  'finance-reviewer': { zh: '财政复审', en: 'Finance reviewer' },
  'finance-disburser': { zh: '财政拨付', en: 'Finance disburser' },
  auditor: { zh: '审计、纪检', en: 'Auditor' },
  'county-administrator': { zh: '县级管理员', en: 'County administrator' },
  'system-administrator': { zh: '系统管理员', en: 'System administrator' },
};

export const OfficeKind = {
  /** 人社部门, of a county, a city or the province: the region tells which. */
  HumanResources: 'hr',
  /** 财政部门 */
  Finance: 'finance',
  /** 行业主管部门 */
  Industry: 'industry',
  /** 审计、纪检监察机关 */
  Audit: 'audit',
  /** 培训机构: office.id is the institution's id. */
  Institution: 'institution',
  /** 评价机构: office.id is the evaluation body's id. */
  EvaluationBody: 'evaluation-body',
} as const;
export type OfficeKind = (typeof OfficeKind)[keyof typeof OfficeKind];

/** The person behind a request, in the one office chosen for it. */
export interface Actor {
  readonly accountId: string;
  /** Natural person. Separation of duties compares this, never `accountId`. */
  readonly personId: string;
  /** Display name of the account, for "whose turn" sentences and printed forms. */
  readonly name?: string;
  readonly officeId: string;
  readonly officeKind: OfficeKind;
  /** Six-digit division code of the office, e.g. `140928`. */
  readonly region: string;
  /** Roles in force in this office now, own and delegated. */
  readonly roles: readonly Role[];
  /** Accounts whose absence some of the roles come from. */
  readonly onBehalfOf?: readonly string[];
  /** When the person last proved who they are, on the platform's clock: compare with `platform.now()` for "fresh login". */
  readonly authenticatedAt: Date;
  /** Whether a one-time code was given as well as the password. */
  readonly secondFactor: boolean;
  /** Set for people of a training institution or an evaluation body: the only cases they see. */
  readonly institutionId?: string;
  /** Institutions in which the person has declared an interest: their cases are not shown and not decided. */
  readonly conflictingInstitutions?: readonly string[];
}
