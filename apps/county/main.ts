import 'reflect-metadata';
import { mountOidcProvider } from '#libs/identity';
import { serve } from '#libs/platform';
import { CountyAppModule } from './county-app.module.ts';

void serve(CountyAppModule, { title: 'kaibantong', mount: mountOidcProvider });
