import { CreateRulebook1700000200001 } from './1700000200001-create-rulebook.ts';

export const migrations = [CreateRulebook1700000200001];
