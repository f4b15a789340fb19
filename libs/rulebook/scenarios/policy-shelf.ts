import { accept, refuse, WorkingCalendar, type PolicySnapshot, type Result } from '#libs/policy';
import { readCalendars } from '../pack/read-calendars.ts';
import { packFolders, readPack, type Pack } from '../pack/read-pack.ts';
import { resolvePeriods, type ResolvedPack } from '../pack/resolve-pack.ts';

/** All packs and calendars of a policies folder, read once, each pack as it reads on any day. */
export class PolicyShelf {
  private readonly periods = new Map<string, readonly ResolvedPack[]>();

  constructor(
    readonly packs: readonly Pack[],
    readonly calendar: WorkingCalendar,
  ) {}

  /** The shelf of a folder; @throws PackError with every fault of the files. */
  static read(folder: string): PolicyShelf {
    return new PolicyShelf(
      packFolders(folder).map((one) => readPack(one)),
      new WorkingCalendar(readCalendars(folder)),
    );
  }

  /** The same shelf with one more pack, from a folder anywhere: a draft that is not in force yet. @throws PackError. */
  withPack(folder: string): PolicyShelf {
    const pack = readPack(folder);
    return new PolicyShelf([...this.packs.filter(({ head }) => head.id !== pack.head.id), pack], this.calendar);
  }

  get ids(): readonly string[] {
    return this.packs.map(({ head }) => head.id);
  }

  /** A pack as it reads in each period of its validity; @throws Error for an id that is not on the shelf. */
  periodsOf(id: string): readonly ResolvedPack[] {
    const pack = this.packs.find(({ head }) => head.id === id);
    if (!pack) throw new Error(`there is no policy ${id}`);
    const known = this.periods.get(id) ?? resolvePeriods(pack, this.packs);
    this.periods.set(id, known);
    return known;
  }

  /** A pack as it reads on a day; on its first where none is named. */
  snapshotOn(id: string, on: string | null): Result<PolicySnapshot, 'POLICY_NOT_IN_FORCE'> {
    const periods = this.periodsOf(id);
    const [first] = periods;
    const day = on ?? first?.period.from ?? '';
    const found = periods.find(({ period }) => period.from <= day && (period.to === null || period.to >= day));
    if (found) return accept(found.snapshot);
    return refuse('POLICY_NOT_IN_FORCE', { params: { region: first?.snapshot.pack.region ?? id, on: day } });
  }
}
