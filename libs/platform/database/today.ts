/**
 * The day of the platform within a larger statement, asked once. `platform.today()` itself is volatile: PostgreSQL would ask it anew for each
 * row, and could look for nothing in an index by it.
 */
export const TODAY = '(select platform.today())';
