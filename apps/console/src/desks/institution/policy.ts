import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ClassType, PolicySnapshot } from '#libs/policy';
import { answer, api } from '../../api/client.ts';
import { useMe } from '../../app/session/session.ts';

/** County, city, province: the nearest level that has a policy (AMB-37). */
function levelsOf(region: string): readonly string[] {
  return [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
}

/** The policy in force where the institution is; null where no level has one. */
export function usePolicy(): UseQueryResult<PolicySnapshot | null> {
  const { region } = useMe().office;
  return useQuery({
    queryKey: ['policies', 'in-force', region],
    staleTime: 600_000,
    queryFn: async (): Promise<PolicySnapshot | null> => {
      const { items } = await answer(api.GET('/v1/policies'));
      const found = levelsOf(region).flatMap((level) => items.filter((one) => one.region === level))[0];
      if (!found) return null;
      // The snapshot is plain JSON of the shape both sides know (libs/policy/snapshot).
      return (await answer(api.GET('/v1/policies/{hash}', { params: { path: { hash: found.hash } } }))) as unknown as PolicySnapshot;
    },
  });
}

/** The policy fixed on a class or claim, by its hash; it never changes. Asks for nothing where none is fixed yet. */
export function useSnapshot(hash: string | null): UseQueryResult<PolicySnapshot> {
  return useQuery({
    queryKey: ['policies', hash],
    staleTime: Infinity,
    enabled: hash !== null,
    // The snapshot is plain JSON of the shape both sides know (libs/policy/snapshot).
    queryFn: async () =>
      (await answer(api.GET('/v1/policies/{hash}', { params: { path: { hash: hash ?? '' } } }))) as unknown as PolicySnapshot,
  });
}

/** The class types the policy knows a road for. */
export function useOfferedTypes(): readonly ClassType[] {
  const policy = usePolicy().data;
  return policy ? (Object.keys(policy.process) as ClassType[]) : ['project'];
}

/** The basic courses every teaching plan of a type must have (CLS-01). */
export function useBasicCourses(type: ClassType): readonly string[] {
  const courses = usePolicy().data?.process[type]?.delivery.basicCourses;
  return courses === undefined || courses.kind === 'missing' ? [] : courses.value;
}
