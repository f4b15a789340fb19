import { Role } from '#libs/contracts';
import { classTypes, stepPlaces } from '#libs/policy';
import { material } from './material-shape.ts';
import { count, entry, flag, list, nullable, oneOf, record, tableOf, text, valued, type Shape } from './shape.ts';

const step = entry({
  step: text,
  place: oneOf(...stepPlaces),
  role: oneOf(...Object.values(Role)),
  when: oneOf('always', 'special-task'),
  workingDays: valued(count),
});

const days = record({ workingDays: valued(count) });

const evidence = record({
  clockIn: valued(oneOf('phone', 'voucher', 'none')),
  video: valued(flag),
  continuousMinutesPerHour: valued(count),
  showsAllTrainees: valued(flag),
  keepsWholeCourse: valued(flag),
  faceClipsPerDay: valued(count),
  teachingClipMinutesPerDay: valued(count),
  siteCheck: valued(flag),
  spotChecks: valued(flag),
});

const delivery = record({
  minimumDays: valued(count),
  maximumDays: valued(count),
  minimumTrainees: valued(count),
  maximumTrainees: valued(count),
  hoursPerDay: valued(count),
  basicCourses: valued(list(text)),
  evidence,
});

const claim = record({
  materials: list(material),
  settlement: valued(oneOf('once', 'staged')),
  employmentProof: record({ kinds: valued(list(text)), minimumMonths: valued(count) }),
  review: list(step),
  signOff: record({ signers: valued(count), workingDays: valued(count) }),
  publicNotice: record({ workingDays: valued(count), contents: valued(list(text)) }),
  financeReview: days,
  payout: days,
});

const classProcess = record({
  eligibility: record({ groups: valued(list(text)), excluded: valued(list(text)) }),
  opening: record({
    filing: record({ earliestDaysBefore: valued(count), latestDaysBefore: valued(count) }),
    materials: list(material),
    steps: list(step),
  }),
  activation: nullable(list(step)),
  delivery,
  completion: record({ daysBeforeEnd: valued(count), materials: list(material), steps: list(step) }),
  assessment: days,
  claim,
  objection: days,
  correction: days,
  subsidies: list(text),
});

/** `process.yaml`: the road of each class type the document names. Names beginning with `x-` hold what several types share (anchors). */
export const processShape: Shape = (node, at, fault) => {
  tableOf(classProcess)(node, at, fault);
  for (const type of Object.keys(node ?? {})) oneOf(...classTypes)(type, `${at}.${type}`, fault);
};
