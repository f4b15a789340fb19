import { disputeLength, disputeSubjects, phoneCodes, plainCode, type NewDispute } from '#libs/trainee';
import type { WrongField } from '../html/pieces.ts';
import { textOf, type Form } from './read-objection.ts';

type Say = (zh: string, en: string) => string;
type Read<Value> = { readonly value: Value } | { readonly wrong: readonly WrongField[] };

export interface TypedVoucher {
  readonly code: string;
  readonly idLastSix: string;
}

export function typedVoucher(form: Form): TypedVoucher {
  return { code: textOf(form, 'code').slice(0, 60), idLastSix: textOf(form, 'idLastSix').slice(0, 20) };
}

/** The voucher as it was typed, or everything that is wrong with it. */
export function readVoucher(typed: TypedVoucher, say: Say): Read<TypedVoucher> {
  const [code, idLastSix] = [plainCode(typed.code), plainCode(typed.idLastSix)];
  const wrong: WrongField[] = [];
  if (!phoneCodes.voucher.test(code))
    wrong.push({
      field: 'code',
      message: say('请填写培训券上的号码，如 7K2M9QWERT45', 'Type the code printed on the voucher, such as 7K2M9QWERT45'),
    });
  if (!phoneCodes.idLastSix.test(idLastSix))
    wrong.push({ field: 'idLastSix', message: say('请填写身份证号码的后六位', 'Type the last six signs of your identity number') });
  return wrong.length > 0 ? { wrong } : { value: { code, idLastSix } };
}

/** The field of a class's session code: a trainee may be in two classes on one day. */
export function sessionCodeField(classId: string): string {
  return `code-${classId}`;
}

export function readSessionCode(form: Form, classId: string, say: Say): Read<string> {
  const field = sessionCodeField(classId);
  const code = plainCode(textOf(form, field));
  if (phoneCodes.session.test(code)) return { value: code };
  return { wrong: [{ field, message: say('请填写教室屏幕上的六位签到码', 'Type the six digits shown on the classroom screen') }] };
}

export interface TypedDispute {
  readonly key: string;
  readonly classId: string;
  readonly subject: string;
  readonly text: string;
}

export function typedDispute(form: Form): TypedDispute {
  return {
    key: textOf(form, 'key').slice(0, 255),
    classId: textOf(form, 'classId').slice(0, 60),
    subject: textOf(form, 'subject').slice(0, 40),
    text: textOf(form, 'text').slice(0, 8000),
  };
}

export function readDispute(typed: TypedDispute, say: Say): Read<NewDispute> {
  const subject = disputeSubjects.find((one) => one === typed.subject);
  const text = typed.text.trim();
  const { least, most } = disputeLength;
  const signs = [...text].length;
  const wrong: WrongField[] = [];
  if (subject === undefined) wrong.push({ field: 'subject', message: say('请选择哪一项有误', 'Choose what is wrong') });
  if (signs < least)
    wrong.push({
      field: 'text',
      message: say('请写明哪里不对、应当是什么（至少5个字）', 'Say what is wrong and how it should be (5 signs at least)'),
    });
  if (signs > most)
    wrong.push({
      field: 'text',
      message: say(`最多${most}字，现在有${signs}字，请缩短`, `At most ${most} signs; these are ${signs}: shorten the text`),
    });
  return subject === undefined || wrong.length > 0 ? { wrong } : { value: { classId: typed.classId, subject, text } };
}
