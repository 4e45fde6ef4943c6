// Each answers rows of (name, definition). Partitions come and go by the calendar and live in a schema of their own,
// which is left out, as are the schemas of Supabase and of the job queue.
const ours = "('public', 'private')";
const callers = "('anon', 'authenticated', 'service_role')";
// PostgreSQL 17 added this one to what "all" grants.
const privileges =
  "string_agg(distinct privilege_type, ', ' order by privilege_type) filter (where privilege_type <> 'MAINTAIN')";
const notFromExtension = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

export const catalogQueries = {
  tables: `
    select format('table %s.%s', n.nspname, c.relname) as name,
      concat_ws(', ', case when c.relrowsecurity then 'row security' else 'NO ROW SECURITY' end,
        case when c.relforcerowsecurity then 'forced' end, pg_get_partkeydef(c.oid)) as definition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and c.relkind in ('r', 'p')`,
  columns: `
    select format('column %s.%s.%s', n.nspname, c.relname, a.attname) as name,
      concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
        case when a.attidentity <> '' then 'identity' end,
        case when a.attgenerated <> '' then 'generated' end, pg_get_expr(d.adbin, d.adrelid)) as definition
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where n.nspname in ${ours} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped`,
  constraints: `
    select format('constraint %s.%s.%s', n.nspname, c.relname, k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and k.contype in ('c', 'f', 'p', 'u', 'x')`,
  indexes: `
    select format('index %s.%s', n.nspname, c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours}`,
  policies: `
    select format('policy on %s.%s: %s', schemaname, tablename, policyname) as name,
      concat_ws(' ', permissive, cmd, 'to', array_to_string(roles, ', '), 'using', qual, 'check', with_check) as definition
    from pg_policies where schemaname in ('public', 'private', 'storage')`,
  triggers: `
    select format('trigger on %s.%s: %s', n.nspname, c.relname, t.tgname) as name,
      concat(pg_get_triggerdef(t.oid), case t.tgenabled when 'O' then '' else ' (switched off)' end) as definition
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_proc f on f.oid = t.tgfoid
    where not t.tgisinternal and (n.nspname in ${ours}
      or n.nspname in ('auth', 'storage') and f.pronamespace in (select oid from pg_namespace where nspname in ${ours}))`,
  functions: `
    select format('function %s.%s(%s)', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid)) as name,
      concat_ws(', ', 'returns ' || pg_get_function_result(f.oid), l.lanname,
        case f.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
        case when f.prosecdef then 'security definer' end, array_to_string(f.proconfig, ', '),
        'body ' || md5(coalesce(pg_get_function_sqlbody(f.oid), f.prosrc))) as definition
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace join pg_language l on l.oid = f.prolang
    where n.nspname in ${ours} and ${notFromExtension("pg_proc", "f.oid")}`,
  views: `
    select format('view %s.%s', n.nspname, c.relname) as name,
      concat_ws(' ', array_to_string(c.reloptions, ', '), pg_get_viewdef(c.oid)) as definition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and c.relkind in ('v', 'm')`,
  enums: `
    select format('enum %s.%s', n.nspname, t.typname) as name,
      string_agg(e.enumlabel, ', ' order by e.enumsortorder) as definition
    from pg_type t join pg_enum e on e.enumtypid = t.oid join pg_namespace n on n.oid = t.typnamespace
    where n.nspname in ${ours} group by 1`,
  tableGrants: `
    select format('grant on %s.%s to %s', n.nspname, c.relname, coalesce(r.rolname, 'public')) as name,
      ${privileges} as definition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) as acl
    left join pg_roles r on r.oid = acl.grantee
    where n.nspname in ${ours} and c.relkind in ('r', 'p', 'v', 'm') and (acl.grantee = 0 or r.rolname in ${callers})
    group by 1`,
  columnGrants: `
    select format('grant on %s.%s.%s to %s', n.nspname, c.relname, a.attname, coalesce(r.rolname, 'public')) as name,
      ${privileges} as definition
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    cross join aclexplode(a.attacl) as acl left join pg_roles r on r.oid = acl.grantee
    where n.nspname in ${ours} and (acl.grantee = 0 or r.rolname in ${callers})
    group by 1`,
  functionGrants: `
    select format('grant on %s.%s(%s) to %s', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid),
        coalesce(r.rolname, 'public')) as name,
      ${privileges} as definition
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) as acl
    left join pg_roles r on r.oid = acl.grantee
    where n.nspname in ${ours} and ${notFromExtension("pg_proc", "f.oid")} and (acl.grantee = 0 or r.rolname in ${callers})
    group by 1`,
  schemaGrants: `
    select format('grant on schema %s to %s', n.nspname, r.rolname) as name, ${privileges} as definition
    from pg_namespace n cross join aclexplode(n.nspacl) as acl join pg_roles r on r.oid = acl.grantee
    where n.nspname in ('private', 'webhook_partitions') and r.rolname in ${callers}
    group by 1`,
  buckets: `
    select format('bucket %s', id) as name,
      concat_ws(', ', case when public then 'public' else 'private' end, file_size_limit, allowed_mime_types::text) as definition
    from storage.buckets`,
};
