import 'reflect-metadata';
import { serve } from '#libs/platform';
import { TraineeAppModule } from './trainee-app.module.ts';

void serve(TraineeAppModule, { title: 'kaibantong trainee' });
