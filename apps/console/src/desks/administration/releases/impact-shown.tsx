import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { Impact } from './queries.ts';
import { releaseWords } from './words.ts';

type Claim = Impact['claims'][number];
type Undecided = Impact['classes'][number];

const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));

/** Yuan as the API writes them, from fen. */
function yuanOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 发布前的影响: what the claims so far would come to, and which classes not yet approved it would meet. */
export function ImpactShown({ impact: { claims, classes } }: { readonly impact: Impact }) {
  const words = useWords(releaseWords);
  return (
    <section aria-labelledby="kbt-impact">
      <h2 id="kbt-impact" className="kbt-section">
        {words.impact}
      </h2>
      <p className="kbt-hint">{words.impactLead}</p>
      <h3>{words.claims}</h3>
      {claims.length === 0 ? <p className="kbt-hint">{words.noClaims}</p> : <Claims claims={claims} />}
      <h3 className="kbt-section">{words.classes}</h3>
      {classes.length === 0 ? <p className="kbt-hint">{words.noClasses}</p> : <Classes classes={classes} />}
    </section>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  const words = useWords(releaseWords);
  const [before, after] = claims.reduce(
    ([was, is], { amount, wouldBe }) => [was + fenOf(amount.value), is + fenOf(wouldBe?.value ?? '0.00')] as const,
    [0n, 0n] as readonly [bigint, bigint],
  );
  const columns: readonly Column<Claim>[] = [
    { key: 'claim', title: words.claim, isHeader: true, render: ({ number }) => number },
    { key: 'amount', title: words.amount, align: 'right', render: ({ amount }) => <Amount value={amount.value} /> },
    {
      key: 'wouldBe',
      title: words.wouldBe,
      align: 'right',
      render: ({ wouldBe, held }) => (
        <>
          {wouldBe ? <Amount value={wouldBe.value} /> : <StatusTag tone="attention">{words.notThere}</StatusTag>}
          {held.length > 0 && <span className="kbt-line kbt-hint">{words.heldFor(held.join('、'))}</span>}
        </>
      ),
    },
    {
      key: 'difference',
      title: words.difference,
      align: 'right',
      render: ({ amount, wouldBe }) => <Amount value={yuanOf(fenOf(wouldBe?.value ?? '0.00') - fenOf(amount.value))} />,
    },
  ];
  return (
    <>
      <DataTable caption={words.claims} columns={columns} rows={claims} rowKey={({ id }) => id} />
      <p className="kbt-list-foot">
        {words.total} <Amount value={yuanOf(before)} /> → <Amount value={yuanOf(after)} />
      </p>
    </>
  );
}

function Classes({ classes }: { readonly classes: readonly Undecided[] }) {
  const words = useWords(releaseWords);
  const columns: readonly Column<Undecided>[] = [
    { key: 'number', title: words.number, isHeader: true, render: ({ number }) => number },
    { key: 'name', title: words.name, render: ({ name }) => name },
    { key: 'startsOn', title: words.startsOn, render: ({ startsOn }) => startsOn },
    {
      key: 'offered',
      title: words.offered,
      render: ({ isOffered }) => <StatusTag tone={isOffered ? 'good' : 'bad'}>{isOffered ? words.offeredYes : words.offeredNo}</StatusTag>,
    },
  ];
  return <DataTable caption={words.classes} columns={columns} rows={classes} rowKey={({ id }) => id} />;
}
