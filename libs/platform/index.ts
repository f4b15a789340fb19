export { audit } from './audit/audit.ts';
export { config, type DatabaseRole } from './config/config.ts';
export { blindIndex, decryptField, encryptField } from './crypto/field-cipher.ts';
export { openIdentity, sealIdentity } from './crypto/identity-cipher.ts';
export { uuidV7 } from './crypto/uuid-v7.ts';
export { clockOf } from './database/clock.ts';
export { Database, Tx } from './database/database.ts';
export { decodeCursor, decodeIdCursor, pageById, pageOf, type KeyPart, type Page } from './database/keyset.ts';
export { lockCase } from './database/lock-case.ts';
export { RefusalError, refusalOf } from './database/refusal-error.ts';
export { statement, type Statement } from './database/statement.ts';
export { TODAY } from './database/today.ts';
export { paperTypeOf } from './files/paper-type.ts';
export { FileStore } from './files/file-store.ts';
export { answered } from './http/answered.ts';
export { ApiFile } from './http/api-file.ts';
export { ETAG } from './http/api-headers.ts';
export { configureHttp, httpAdapter } from './http/configure-http.ts';
export { fieldRefusals } from './http/field-refusals.ts';
export { HealthModule } from './http/health.module.ts';
export { IsDay, IsInstant } from './http/is-day.ts';
export { MoneyResponse, moneyOf } from './http/money.ts';
export { Nested, NestedEach } from './http/nested.ts';
export { openApiOf } from './http/open-api.ts';
export { FindingResponse } from './http/problem.response.ts';
export { PageResponse } from './http/page.response.ts';
export { PageQuery } from './http/page-query.ts';
export { PaperQuery } from './http/paper-query.ts';
export { Public, PUBLIC_ROUTE } from './http/public.ts';
export {
  ActorOf,
  IfMatch,
  publicWrite,
  PublicWriteRequestOf,
  sha256Of,
  WriteRequestOf,
  type AuthenticatedRequest,
  type WriteRequest,
} from './http/write-request.ts';
export { readUpload, type Upload } from './http/read-upload.ts';
export { sendWorkbook } from './http/send-workbook.ts';
export { serve } from './http/serve.ts';
export { wordFinding } from './http/word-finding.ts';
export { Writes, type Answer, type WrittenAnswer } from './http/writes.ts';
export { deliver } from './outbox/delivery.ts';
export { MessagingModule } from './outbox/messaging.module.ts';
export { outboxAdvance, outboxSendNow, outboxStart } from './outbox/outbox.ts';
export { watchRoads, type RoadHealth } from './outbox/road-watch.ts';
export { RoadEnd } from './outbox/road-end.activities.ts';
export { startMissingRoads } from './outbox/start-missing.ts';
export { Papers, type PaperOf } from './papers/papers.ts';
export { sendPaper } from './papers/send-paper.ts';
export { SandboxModule } from './sandbox/sandbox.module.ts';
export { LoggingModule } from './logging.module.ts';
export { PlatformModule } from './platform.module.ts';
export { tellReady } from './tell-ready.ts';
export { dataConverter } from './temporal/data-converter.ts';
export { ensureReminderSchedule } from './temporal/ensure-schedule.ts';
export { TemporalClient } from './temporal/temporal-client.ts';
