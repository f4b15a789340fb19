import { useQuery } from '@tanstack/react-query';
import { answer, api, inBackground } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { trainingWords } from './words.ts';

const ASK_AGAIN_MS = 20_000;

/** 课堂签到码, large enough for the room. */
export function ScreenCode({ classId }: { readonly classId: string }) {
  const words = useWords(trainingWords);
  const { data, error } = useQuery({
    queryKey: ['classes', classId, 'session-code'],
    queryFn: () => answer(api.GET('/v1/classes/{id}/session-code', { params: { path: { id: classId } }, headers: inBackground })),
    refetchInterval: ASK_AGAIN_MS,
    retry: false,
  });
  const isNotToday = error !== null && problemOf(error).code === 'ATTENDANCE_DAY_NOT_PLANNED';
  return (
    <section className="kbt-card" aria-labelledby="kbt-code">
      <h2 id="kbt-code">{words.screenCode}</h2>
      {data && (
        <>
          <p className="kbt-screen-code">{data.code}</p>
          <p className="kbt-hint">
            {words.validUntil(
              new Date(data.validUntil).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }),
            )}
          </p>
        </>
      )}
      {isNotToday ? <p>{words.notToday}</p> : error && <ErrorAlert error={error} />}
      <p className="kbt-hint">{words.screenCodeHint}</p>
    </section>
  );
}
