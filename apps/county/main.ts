import 'reflect-metadata';
import { mountOidcProvider } from '#libs/identity';
import { serve } from '#libs/platform';
import { CountyAppModule } from './county-app.module.ts';
import { mountConsole } from './mount-console.ts';

void serve(CountyAppModule, {
  title: 'kaibantong',
  mount: async (app) => {
    await mountOidcProvider(app);
    mountConsole(app);
  },
});
