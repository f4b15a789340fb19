import { CreateInstitutions1700000300001 } from './1700000300001-create-institutions.ts';
import { GuardClasses1700000300002 } from './1700000300002-guard-classes.ts';
import { PublishClasses1700000300003 } from './1700000300003-publish-classes.ts';
import { WidenClassTypes1700000300101 } from './1700000300101-widen-class-types.ts';
import { CloseSettledOrders1700000300201 } from './1700000300201-close-settled-orders.ts';
import { OpenDirectory1700000300501 } from './1700000300501-open-directory.ts';
import { PageLists1700000301201 } from './1700000301201-page-lists.ts';
import { RegisterInstitutions1700000301601 } from './1700000301601-register-institutions.ts';
import { ChangePayeesWithSecondFactor1700000301901 } from './1700000301901-change-payees-with-second-factor.ts';

/** In their order. */
export const migrations = [
  CreateInstitutions1700000300001,
  GuardClasses1700000300002,
  PublishClasses1700000300003,
  WidenClassTypes1700000300101,
  CloseSettledOrders1700000300201,
  OpenDirectory1700000300501,
  PageLists1700000301201,
  RegisterInstitutions1700000301601,
  ChangePayeesWithSecondFactor1700000301901,
];
