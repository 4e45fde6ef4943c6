/** SQLSTATE classes whose messages name tables, constraints and servers. Of the others, 22 above all, some quote values. */
const namesOnly = /^(08|23|25|26|28|34|3D|3F|40|42|53|54|55|57|58)/;

/** What Postgres said, if it quotes no value of a statement; its code otherwise. */
export function refusalMessage({ code, message }: { code: string; message: string }): string {
  return namesOnly.test(code) ? message : `refused with SQLSTATE ${code}`;
}
