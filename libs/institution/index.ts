export { InstitutionModule } from './institution.module.ts';
export { seedInstitutions } from './seed/seed-institutions.ts';
