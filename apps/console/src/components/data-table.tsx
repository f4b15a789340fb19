import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly render: (row: Row, index: number) => ReactNode;
  /** Numbers and amounts stand right. */
  readonly align?: 'right' | 'center';
  /** The cell that names the row for screen readers. */
  readonly isHeader?: boolean;
}

interface DataTableProps<Row> {
  /** What the table is, read out before its cells. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowClassName?: (row: Row) => string | undefined;
}

/** A plain table with real rows and cells; on a narrow screen each row becomes a card whose lines carry their titles. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowClassName }: DataTableProps<Row>) {
  return (
    <div className="kbt-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="kbt-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" className={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)} className={rowClassName?.(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} index={index} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, index }: { readonly column: Column<Row>; readonly row: Row; readonly index: number }) {
  const content = (
    <>
      <span className="kbt-cell-title" aria-hidden="true">
        {column.title}
      </span>
      <span className="kbt-cell">{column.render(row, index)}</span>
    </>
  );
  return column.isHeader ? (
    <th scope="row" className={column.align}>
      {content}
    </th>
  ) : (
    <td className={column.align}>{content}</td>
  );
}
