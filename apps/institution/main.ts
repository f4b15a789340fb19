import 'reflect-metadata';
import { serve } from '#libs/platform';
import { InstitutionAppModule } from './institution-app.module.ts';

void serve(InstitutionAppModule, { title: 'kaibantong institution' });
