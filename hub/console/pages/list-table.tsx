/** A list as a table: its columns named in one row, and room to move it sideways where a window is narrow. */
import type { ReactNode } from 'react';

interface Props {
  /** In their order, by name. */
  readonly columns: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

export function ListTable({ columns, children }: Props) {
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            {Object.entries(columns).map(([name, column]) => (
              <th key={name} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
