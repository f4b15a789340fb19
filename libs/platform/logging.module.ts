import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { config } from './config/config.ts';

/** Structured logs with an allow-list: method, path without query, status, time and trace id; never a body, a header or a query. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      useFactory: () => ({
        pinoHttp: {
          level: config.logLevel(),
          quietReqLogger: true,
          serializers: {
            req: (request: { id: unknown; method: string; url: string }) => ({
              id: request.id,
              method: request.method,
              path: request.url.split('?')[0],
            }),
            res: (response: { statusCode: number }) => ({ status: response.statusCode }),
          },
          customLogLevel: (_request: unknown, response: { statusCode: number }) => (response.statusCode >= 500 ? 'error' : 'debug'),
        },
      }),
    }),
  ],
})
export class LoggingModule {}
