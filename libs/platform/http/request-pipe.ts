import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { RefusalError } from '../database/refusal-error.ts';
import { fieldRefusals } from './field-refusals.ts';

/** Takes every null out of what our request classes describe: a field sent as null says as much as one left out. Free-form values keep theirs. */
function leaveOutNulls(value: unknown): unknown {
  if (Array.isArray(value)) value.forEach(leaveOutNulls);
  else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== Object.prototype) {
    for (const [name, inner] of Object.entries(value)) {
      if (inner === null) Reflect.deleteProperty(value, name);
      else leaveOutNulls(inner);
    }
  }
  return value;
}

/** Bodies and queries as their classes describe them: everything wrong with one is told at once, by field; no field too many gets in. */
export class RequestPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      exceptionFactory: (errors) => new RefusalError({ code: 'REQUEST_INVALID', errors: fieldRefusals(errors) }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const checked: unknown = await super.transform(value, metadata);
    return metadata.type === 'custom' ? checked : leaveOutNulls(checked);
  }
}
