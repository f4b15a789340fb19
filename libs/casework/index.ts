export { migrations as caseworkMigrations } from './persistence/migrations/index.ts';
