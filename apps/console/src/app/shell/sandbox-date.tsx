import { useQuery } from '@tanstack/react-query';
import { answer, api, inBackground } from '../../api/client.ts';
import { useWords } from '../i18n/define-words.ts';
import { shellWords } from './words.ts';

/** The sandbox's own day: it is not the day on the wall. */
export function SandboxDate() {
  const words = useWords(shellWords);
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: () => answer(api.GET('/v1/clock', { headers: inBackground })),
    refetchInterval: 60_000,
  });
  return <span className="kbt-sandbox">{data ? words.sandboxToday(data.today) : words.sandbox}</span>;
}
