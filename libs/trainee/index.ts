export { migrations as traineeMigrations } from './persistence/migrations/index.ts';
export { TraineeModule } from './trainee.module.ts';
