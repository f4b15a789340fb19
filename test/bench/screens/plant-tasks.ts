import { Client } from 'pg';

const CASES = 3_000;

/**
 * Fills an inbox: copies of one case and of its open task, due from five days ago to twenty-five days ahead, a third of them taken by
 * somebody; the task itself becomes the first of all. Planted past the guards and triggers (as no role of ours may), because opening so many classes would take days.
 */
export async function plantTasks(admin: string, taskId: string, count: number): Promise<void> {
  const client = new Client(admin);
  await client.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(
      `insert into casework.case_file (id, kind, class_id, number, title, class_type, region, institution_id, office_id, snapshot_hash, current_stage)
       select md5(c.id::text || n)::uuid, c.kind, c.class_id, 'KB-9' || lpad(n::text, 7, '0'), title || ' ' || n, class_type, c.region, c.institution_id, c.office_id, snapshot_hash, current_stage
       from casework.case_file c join casework.task t on t.case_id = c.id, generate_series(1, ${CASES}) n where t.id = $1 on conflict do nothing`,
      [taskId],
    );
    await client.query(
      `insert into casework.task (case_id, stage, kind, step, role, office_id, office_kind, region, institution_id, due_on, assignee_account)
       select md5(case_id::text || (1 + n % ${CASES}))::uuid, stage, kind, step, role, office_id, office_kind, region, institution_id, platform.today() + n % 31 - 5,
         case when n % 3 = 0 then md5(n::text)::uuid end
       from casework.task, generate_series(1, $2::int) n where id = $1`,
      [taskId, count],
    );
    await client.query('update casework.task set due_on = platform.today() - 10 where id = $1', [taskId]);
    await client.query('commit');
    await client.query('analyze casework.task; analyze casework.case_file');
  } finally {
    await client.end();
  }
}
