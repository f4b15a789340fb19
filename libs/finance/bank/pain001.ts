import Builder from 'fast-xml-builder';
import { formatYuan } from '#libs/policy';
import type { PaymentFile } from './payment-file.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** The batch as an ISO 20022 customer credit transfer initiation, pain.001.001.09; the order's key is its end-to-end id. */
export function pain001({ batch, payments, createdAt }: PaymentFile): Buffer {
  const total = formatYuan(batch.totalFen);
  const control = { NbOfTxs: payments.length, CtrlSum: total };
  const document = {
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    Document: {
      '@_xmlns': NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: batch.number,
          CreDtTm: createdAt.toISOString().replace(/\.\d{3}Z$/, 'Z'),
          ...control,
          InitgPty: { Id: { OrgId: { Othr: { Id: batch.region } } } },
        },
        PmtInf: {
          PmtInfId: batch.number,
          PmtMtd: 'TRF',
          ...control,
          ReqdExctnDt: { Dt: createdAt.toISOString().slice(0, 10) },
          CdtTrfTxInf: payments.map(({ key, amountFen, payeeName, payeeBank, account, purpose }) => ({
            PmtId: { EndToEndId: key },
            Amt: { InstdAmt: { '@_Ccy': 'CNY', '#text': formatYuan(amountFen) } },
            CdtrAgt: { FinInstnId: { Nm: payeeBank } },
            Cdtr: { Nm: payeeName },
            CdtrAcct: { Id: { Othr: { Id: account } } },
            RmtInf: { Ustrd: purpose },
          })),
        },
      },
    },
  };
  const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@_', format: true });
  return Buffer.from(builder.build(document), 'utf8');
}
