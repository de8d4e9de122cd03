"""How does the registry file lose the bytes of what was erased? By being written anew, row by row."""

import duckdb

from data_access.registry.copies import publish_copy
from data_access.registry.files import write_ahead_log
from data_access.registry.migrations import CONFIG, migrate
from data_access.registry.rows import rows
from data_access.statements import identifier, literal
from data_access.workspace import Workspace


def rewrite(workspace: Workspace) -> None:
    """Write every row into a fresh file and put it in the registry's place. The caller holds the lock."""
    fresh = workspace.registry_file.with_suffix(".rewritten")
    for leftover in (fresh, write_ahead_log(fresh)):
        leftover.unlink(missing_ok=True)
    with duckdb.connect(str(fresh), config=CONFIG) as connection:
        migrate(connection)
        connection.execute("delete from schema_version")
        connection.execute(f"attach {literal(str(workspace.registry_file))} as old (read_only)")
        tables = rows(
            connection, "select table_name from information_schema.tables where table_catalog = 'old' order by 1"
        )
        for table in tables:
            name = identifier(table["table_name"])
            connection.table(f"old.{name}").insert_into(name)
        connection.execute("detach old")
    fresh.replace(workspace.registry_file)
    publish_copy(workspace)
