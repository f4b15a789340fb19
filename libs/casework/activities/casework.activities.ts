import { Injectable } from '@nestjs/common';
import type { ClaimActivities, ClaimStage, ClassActivities, ClassStage, ObjectionActivities, ReminderActivities } from '#libs/contracts';
import { Database, lockCase } from '#libs/platform';
import { remindAndEscalate } from '../application/remind-and-escalate.ts';
import { activationStage } from '../application/stages/activation.ts';
import { assessmentStage } from '../application/stages/assessment.ts';
import { claimScript } from '../application/stages/claim-case.ts';
import { completionStage } from '../application/stages/completion.ts';
import { deliveryStage } from '../application/stages/delivery.ts';
import { financeReviewStage } from '../application/stages/finance-review.ts';
import { objectionStage } from '../application/stages/objection.ts';
import { openingStage } from '../application/stages/opening.ts';
import { publicNoticeStage } from '../application/stages/public-notice.ts';
import { reviewStage } from '../application/stages/review.ts';
import { runStage, whereItStands } from '../application/stages/run-stage.ts';
import { signOffStage } from '../application/stages/sign-off.ts';

/** What casework answers the roads; the stage `payout` is finance's. */
type Served = ClassActivities & Omit<ClaimActivities, 'payout'> & ObjectionActivities & ReminderActivities;

/** Local activities on casework's rows, run by the worker of the roads as the role `worker`. */
@Injectable()
export class CaseworkActivities implements Served {
  constructor(private readonly database: Database) {}

  classStandsAt(classId: string): Promise<ClassStage | 'end'> {
    return this.database.transaction(async (tx) => {
      await lockCase(tx, classId);
      return (await whereItStands(tx, classId, openingStage)).stage as ClassStage | 'end';
    });
  }

  claimStandsAt(claimId: string): Promise<ClaimStage | 'end'> {
    return this.database.transaction(async (tx) => {
      await lockCase(tx, claimId);
      return (await whereItStands(tx, claimId, claimScript)).stage as ClaimStage | 'end';
    });
  }

  opening(classId: string): ReturnType<ClassActivities['opening']> {
    return runStage(this.database, openingStage, classId);
  }

  activation(classId: string): ReturnType<ClassActivities['activation']> {
    return runStage(this.database, activationStage, classId);
  }

  delivery(classId: string): ReturnType<ClassActivities['delivery']> {
    return runStage(this.database, deliveryStage, classId);
  }

  completion(classId: string): ReturnType<ClassActivities['completion']> {
    return runStage(this.database, completionStage, classId);
  }

  assessment(classId: string): ReturnType<ClassActivities['assessment']> {
    return runStage(this.database, assessmentStage, classId);
  }

  review(claimId: string): ReturnType<ClaimActivities['review']> {
    return runStage(this.database, reviewStage, claimId);
  }

  signOff(claimId: string): ReturnType<ClaimActivities['signOff']> {
    return runStage(this.database, signOffStage, claimId);
  }

  publicNotice(claimId: string): ReturnType<ClaimActivities['publicNotice']> {
    return runStage(this.database, publicNoticeStage, claimId);
  }

  financeReview(claimId: string): ReturnType<ClaimActivities['financeReview']> {
    return runStage(this.database, financeReviewStage, claimId);
  }

  objection(objectionId: string): ReturnType<ObjectionActivities['objection']> {
    return objectionStage(this.database, objectionId);
  }

  remindAndEscalate(): ReturnType<ReminderActivities['remindAndEscalate']> {
    return remindAndEscalate(this.database);
  }
}
