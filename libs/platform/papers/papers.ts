import { Injectable } from '@nestjs/common';
import { codeOfPaper, renderPaper, type Paper } from '#libs/papers';
import { audit } from '../audit/audit.ts';
import { config } from '../config/config.ts';
import { Database, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { FileStore } from '../files/file-store.ts';

const PDF = 'application/pdf';

const find = statement(
  'platform.find-paper',
  `select encode(sha256, 'hex') as sha256 from platform.paper where kind = $1 and subject_id = $2 and subject_version = $3`,
);
const insert = statement(
  'platform.insert-paper',
  `insert into platform.paper (code, kind, subject_id, subject_version, sha256) values ($1, $2, $3, $4, decode($5, 'hex'))
   on conflict (kind, subject_id, subject_version) do nothing returning code`,
);

/** A paper and what it is of. `version`: of the filing, package, stage or notice; null: still a draft, which is neither kept nor verified. */
export interface PaperOf {
  readonly subjectId: string;
  readonly version: number | null;
  readonly caseId?: string;
  readonly paper: Paper;
}

export interface IssuedPaper {
  readonly bytes: Buffer;
  /** Hex; null of a draft. */
  readonly sha256: string | null;
}

/** Papers: made once of what was filed or signed, then kept and handed out byte for byte. */
@Injectable()
export class Papers {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Reads what a paper says in one transaction, then answers the kept paper, or lays it out and keeps it. */
  async issue(read: (tx: Tx) => Promise<PaperOf>): Promise<IssuedPaper> {
    const { of, kept } = await this.database.transaction(async (tx) => {
      const wanted = await read(tx);
      return { of: wanted, kept: await this.find(tx, wanted) };
    });
    if (kept !== undefined) return { bytes: await this.files.get(kept), sha256: kept };
    const { bytes, code } = await renderPaper(of.paper, `${config.publicUrl()}/public/papers`, of.version === null);
    if (code === null) return { bytes, sha256: null };
    const sha256 = await this.database.transaction((tx) => this.keep(tx, of, bytes));
    return { bytes: await this.files.get(sha256), sha256 };
  }

  private async find(tx: Tx, { paper, subjectId, version }: PaperOf): Promise<string | undefined> {
    if (version === null) return undefined;
    return (await tx.one<{ sha256: string }>(find, [paper.kind, subjectId, version]))?.sha256;
  }

  /** Whoever was first wins: two readers at the same moment get the same paper. */
  private async keep(tx: Tx, of: PaperOf, bytes: Buffer): Promise<string> {
    const { paper, subjectId, version } = of;
    const sha256 = await this.files.put(tx, bytes, PDF);
    if (await tx.one(insert, [codeOfPaper(paper), paper.kind, subjectId, version, sha256])) {
      await audit(tx, {
        actor: null,
        act: 'paper-issued',
        subject: { kind: paper.kind, id: subjectId },
        ...(of.caseId === undefined ? {} : { caseId: of.caseId }),
        details: { version, sha256 },
      });
      return sha256;
    }
    return (await this.find(tx, of)) ?? sha256;
  }
}
