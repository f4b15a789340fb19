import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { ClassController } from './http/class.controller.ts';
import { FilingController } from './http/filing.controller.ts';
import { InstitutionController } from './http/institution.controller.ts';
import { PayeeController } from './http/payee.controller.ts';
import { RegistrationController } from './http/registration.controller.ts';
import { ClassPaperController } from './http/paper.controller.ts';

/** Institutions, classes, materials and filings, under the database role `institution`. */
@Module({ imports: [PlatformModule.forRole('institution')], controllers: [InstitutionController, RegistrationController, PayeeController, ClassPaperController, ClassController, FilingController] })
export class InstitutionModule {}
