/** A named prepared statement: PostgreSQL plans it once a connection. The name must be unique in the product. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export function statement(name: string, text: string): Statement {
  return { name, text };
}
