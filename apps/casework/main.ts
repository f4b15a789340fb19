import 'reflect-metadata';
import { serve } from '#libs/platform';
import { CaseworkAppModule } from './casework-app.module.ts';

void serve(CaseworkAppModule, { title: 'kaibantong casework' });
