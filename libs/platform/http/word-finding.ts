import { refusalCatalogue, wordRefusal } from '#libs/contracts';
import type { Refusal } from '#libs/policy';
import type { FindingResponse } from './problem.response.ts';

/** A refusal as one finding of an answer: code, place, and words in both languages. */
export function wordFinding({ code, pointer, params }: Refusal): FindingResponse {
  const text = refusalCatalogue[code];
  return {
    ...(pointer === undefined ? {} : { pointer }),
    code,
    message: wordRefusal(text?.zh ?? code, params),
    messageEn: wordRefusal(text?.en ?? code, params),
    ...(params === undefined ? {} : { params }),
    ...(text?.clause === undefined ? {} : { policyRef: text.clause }),
  };
}
