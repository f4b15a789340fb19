import { Link } from 'react-router';

interface EmptyStateProps {
  /** Why there is nothing here. */
  readonly why: string;
  /** What to do next. */
  readonly next?: { readonly to: string; readonly label: string };
}

/** Nothing to show: says why, and what next. */
export function EmptyState({ why, next }: EmptyStateProps) {
  return (
    <div className="kbt-empty">
      <p>{why}</p>
      {next && (
        <p>
          <Link to={next.to}>{next.label}</Link>
        </p>
      )}
    </div>
  );
}
