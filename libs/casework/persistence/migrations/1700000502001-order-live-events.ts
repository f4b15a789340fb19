import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Live events are told in the order of their transactions: rows of transactions below the oldest open one are all there, so nobody who has read up to
-- one of them can miss an earlier row. Ids are given when a row is written, which is no order of commits.
create index live_event_tx on casework.live_event (tx);
comment on column casework.live_event.tx is 'The number in our own sequence that streams are taken up again from';
`;

/** The order of live events. */
export class OrderLiveEvents1700000502001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index casework.live_event_tx');
  }
}
