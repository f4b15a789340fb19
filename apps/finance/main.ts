import 'reflect-metadata';
import { serve } from '#libs/platform';
import { FinanceAppModule } from './finance-app.module.ts';

void serve(FinanceAppModule, { title: 'kaibantong finance' });
