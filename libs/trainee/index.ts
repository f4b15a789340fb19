export { TraineeModule } from './trainee.module.ts';
