import { CreateInstitutionsAndClasses1700000300001 } from './1700000300001-create-institutions-and-classes.ts';
import { CreateFilings1700000300002 } from './1700000300002-create-filings.ts';
import { GuardClasses1700000300003 } from './1700000300003-guard-classes.ts';
import { PublishClasses1700000300004 } from './1700000300004-publish-classes.ts';

/** In order. Run as `kbt_owner`. Times 17000003000NN. */
export const migrations = [
  CreateInstitutionsAndClasses1700000300001,
  CreateFilings1700000300002,
  GuardClasses1700000300003,
  PublishClasses1700000300004,
] as const;
