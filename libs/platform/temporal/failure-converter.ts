import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures are encrypted like payloads; only the failure's type stays readable. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
