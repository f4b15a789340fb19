import {
  materialStages,
  refuse,
  requiredMaterials,
  type ClassType,
  type Material,
  type MaterialQuestion,
  type Refusal,
} from '#libs/policy';
import { material } from '../pack/material-shape.ts';
import { answerOf, refusedAnswer, type AskedPolicy, type ScenarioAnswer } from './answer.ts';
import { isTree, type Tree } from '../pack/policy-values.ts';
import { subsidyNamed } from './subsidy-named.ts';

const FIELDS = ['specialTask', 'add', 'remove'];

/** What a county adds, and what somebody wants to leave out; the form of a material is that of a pack. */
function givenFaults(given: Tree): Refusal[] {
  const faults: Refusal[] = [];
  const fault = (pointer: string, problem: string): void => {
    faults.push({ code: 'MATERIAL_GIVEN_MALFORMED', pointer, params: { place: pointer.slice(1), problem } });
  };
  for (const name of Object.keys(given)) if (!FIELDS.includes(name)) fault(`/${name}`, `known: ${FIELDS.join(', ')}`);
  const { specialTask = false, add = [], remove = [] } = given;
  if (typeof specialTask !== 'boolean') fault('/specialTask', 'true, false');
  if (!Array.isArray(remove) || remove.some((slot) => typeof slot !== 'string')) fault('/remove', 'a list of slots');
  if (!Array.isArray(add)) fault('/add', 'a list of materials');
  else add.forEach((one: unknown, index) => material(one, '', (at, problem) => fault(`/add/${index}/${at.replace(/^\./, '')}`, problem)));
  return faults;
}

/** The papers an application needs. */
export function askMaterials(
  { snapshot }: AskedPolicy,
  asked: { readonly of: string; readonly classType: ClassType | null; readonly given: unknown },
): ScenarioAnswer {
  const given = asked.given ?? {};
  const faults = isTree(given) ? givenFaults(given) : [];
  const [first] = faults;
  if (first) return refusedAnswer({ ...first, errors: faults });
  const stage = materialStages.find((one) => one === asked.of);
  if (stage && asked.classType === null) return refusedAnswer(refuse('CLASS_TYPE_NOT_GIVEN', { pointer: '/class' }).refusal);
  const key = stage ? null : subsidyNamed(snapshot, asked.of);
  if (key && !key.ok) return refusedAnswer(key.refusal);
  const {
    specialTask = false,
    add = [],
    remove = [],
  } = given as {
    readonly specialTask?: boolean;
    readonly add?: readonly Material[];
    readonly remove?: readonly string[];
  };
  const of: MaterialQuestion['of'] | null = key
    ? { subsidy: key.value }
    : stage && asked.classType
      ? { classType: asked.classType, stage }
      : null;
  if (!of) throw new Error('a question about materials names a stage or a subsidy');
  const papers = requiredMaterials(snapshot, { of, isSpecialTask: specialTask, overlay: { add, remove } });
  if (!papers.ok) return refusedAnswer(papers.refusal);
  return answerOf({ papers: papers.value.map(({ slot }) => slot) }, { papers: papers.value });
}
