import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';

/** Institutions, classes and filings over HTTP, under the database role `institution`. */
@Module({ imports: [PlatformModule.forRole('institution')] })
export class InstitutionModule {}
