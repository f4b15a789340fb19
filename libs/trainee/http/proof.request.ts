import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min, validate } from 'class-validator';
import { fieldRefusals, IsDay, RefusalError } from '#libs/platform';
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

  @IsDay()
  readonly employedOn: string;
}

/** The form as the description shows it. */
export const proofForm = {
  type: 'object',
  required: ['file', 'kind', 'employer', 'employedOn'],
  properties: {
    kind: { type: 'string', enum: ['contract', 'wage', 'social-insurance'] },
    termMonths: { type: 'integer', minimum: 1, maximum: 600, description: '合同期限（月），仅劳动合同填写 · for contracts' },
    employer: { type: 'string', minLength: 2, maxLength: 100 },
    employedOn: { type: 'string', format: 'date' },
    file: { type: 'string', format: 'binary' },
  },
};

/** Reads the fields of a multipart form; @throws RefusalError naming every field that is wrong. */
export async function proofOf(fields: Readonly<Record<string, string>>): Promise<EmploymentProof> {
  const proof = plainToInstance(ProofRequest, fields);
  const errors = await validate(proof, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length === 0) return proof;
  throw new RefusalError({ code: 'REQUEST_INVALID', errors: fieldRefusals(errors) });
}
