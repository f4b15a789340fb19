export { InstitutionModule } from './institution.module.ts';
export { migrations as institutionMigrations } from './persistence/migrations/index.ts';
export { seedInstitutions } from './seed/seed-institutions.ts';
