import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import { isPlainDate } from '#libs/policy';

/** Years a county has to do with; PostgreSQL knows no year 0. */
const YEAR = /^(?:19|20|21)\d\d-/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

function isDay(value: unknown): boolean {
  return typeof value === 'string' && YEAR.test(value) && isPlainDate(value);
}

/** A day of the calendar, `YYYY-MM-DD`: 30 February is none. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  const defaultMessage = buildMessage((each) => `${each}$property must be a day there is, as 2026-03-16`, options);
  return ValidateBy({ name: 'isDay', validator: { validate: isDay, defaultMessage } }, options);
}

function isInstant(value: unknown): boolean {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return isDay(day);
}

/** An instant with its offset, to the second or finer. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  const defaultMessage = buildMessage(
    (each) => `${each}$property must be an instant with its offset, as 2026-03-16T08:31:05+08:00`,
    options,
  );
  return ValidateBy({ name: 'isInstant', validator: { validate: isInstant, defaultMessage } }, options);
}
