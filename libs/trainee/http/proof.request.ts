import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, validate } from 'class-validator';
import { RefusalError } from '#libs/platform';
import type { EmploymentProof } from '../application/employment.use-case.ts';

/** The fields of the form beside its file. */
class ProofRequest implements EmploymentProof {
  @IsIn(['contract', 'wage', 'social-insurance'])
  readonly kind: EmploymentProof['kind'];

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(600)
  readonly termMonths?: number;

  @IsString()
  @Length(2, 100)
  readonly employer: string;

  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  readonly employedOn: string;
}

/** Reads the fields of a multipart form; @throws RefusalError naming every field that is wrong. */
export async function proofOf(fields: Readonly<Record<string, string>>): Promise<EmploymentProof> {
  const proof = plainToInstance(ProofRequest, fields);
  const errors = await validate(proof, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length === 0) return proof;
  throw new RefusalError({
    code: 'REQUEST_INVALID',
    errors: errors.map(({ property, constraints = {} }) => ({
      ...{ code: 'FIELD_INVALID', pointer: `/${property}` },
      params: { reason: `${property} 格式不正确`, reasonEn: Object.values(constraints).join('; ') },
    })),
  });
}
