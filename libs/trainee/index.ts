export { disputeSubjects, type NewDispute } from './application/phone/disputes.use-case.ts';
export type { OwnClass } from './application/phone/my-classes.ts';
export { TraineePhone, type PhoneView } from './application/phone/trainee-phone.ts';
export { disputeLength, phoneCodes, plainCode } from './application/phone/typed-on-a-phone.ts';
export { phoneCookie } from './http/phone-cookie.ts';
export { TraineeModule } from './trainee.module.ts';
