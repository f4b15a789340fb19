/** One finding of a refusal: where, and how to mend it. */
export interface FieldProblem {
  readonly pointer?: string;
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly policyRef?: unknown;
}

/** The server's problem document (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly traceId: string;
  readonly pointer?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldProblem[];
}

/** What went wrong with a request: the server's own words, or that it could not be reached. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }

  /** The network failed: nothing is known about what the server did. */
  static unreachable(): ProblemError {
    const detail = '无法连接服务器，您填写的内容仍在本页，请检查网络后重试';
    const detailEn = 'The server cannot be reached; what you entered is still on this page. Check the network and try again';
    return new ProblemError({ status: 0, code: 'UNREACHABLE', title: detail, detail, detailEn, traceId: '' });
  }

  static of(response: Response, body: unknown): ProblemError {
    if (typeof body === 'object' && body !== null && 'code' in body) return new ProblemError(body as Problem);
    const detail = `服务器未能处理请求（${response.status}），请稍后重试`;
    const detailEn = `The server could not handle the request (${response.status}); try again later`;
    const traceId = response.headers.get('x-request-id') ?? '';
    return new ProblemError({ status: response.status, code: 'FAULT', title: detail, detail, detailEn, traceId });
  }
}

/** The problem behind an error of any kind; a fault of ours is told as one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = '页面出现故障，请刷新后重试';
  return { status: 0, code: 'PAGE_FAULT', title: detail, detail, detailEn: 'Something failed on this page; reload it', traceId: '' };
}

/** What is refused where the sign-in does not carry a signature or a release: no one-time code, or one given too long ago. */
const UNPROVED = new Set(['SECOND_FACTOR_REQUIRED', 'LOGIN_TOO_OLD', 'STEP_UP_REQUIRED']);

/** Whether an act was refused because the person must sign in again with a one-time code. */
export function wantsSecondFactor(error: unknown): boolean {
  return UNPROVED.has(problemOf(error).code);
}
