import { useQuery } from '@tanstack/react-query';
import { ClaimChanges } from '../../../components/claim-changes/claim-changes.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { claimQuery } from './case-queries.ts';

/** The submission that is reviewed beside the one before it. */
export function ClaimChangesFacts({ claimId }: { readonly claimId: string }) {
  const { data, error, refetch } = useQuery(claimQuery(claimId));
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  return data ? <ClaimChanges claimId={claimId} submittedVersion={data.submittedVersion} /> : <Loading rows={3} />;
}
