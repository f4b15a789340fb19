import type { FastifyReply } from 'fastify';
import type { IssuedPaper } from './papers.ts';

/** Answers a paper to be read in the browser; `name` is what it is saved as. */
export async function sendPaper(reply: FastifyReply, { bytes, sha256 }: IssuedPaper, name: string): Promise<void> {
  if (sha256 !== null) void reply.header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  await reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`)
    .send(bytes);
}
