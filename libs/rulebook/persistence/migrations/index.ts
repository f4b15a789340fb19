import { CreateRulebook1700000200001 } from './1700000200001-create-rulebook.ts';
import { OpenRulebook1700000200501 } from './1700000200501-open-rulebook.ts';

export const migrations = [CreateRulebook1700000200001, OpenRulebook1700000200501];
